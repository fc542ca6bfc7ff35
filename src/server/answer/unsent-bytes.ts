import type { ServerResponse } from "node:http";

/** Limit of the unsent bytes of all responses. */
const MOST_BYTES = 256 * 2 ** 20;

/** A response that is being sent. */
export interface UnsentAnswer {
  /** More bytes were sent. */
  sent(bytes: number): void;
  end(): void;
}

/**
 * Counts the unsent bytes of long responses. Above the limit of the process, the response without
 * progress for the longest time is cut off; a client that reads slowly is not.
 */
export class UnsentBytes {
  /** In order of their last progress, the latest last. */
  private readonly answers = new Map<ServerResponse, number>();
  private bytes = 0;

  constructor(private readonly most = MOST_BYTES) {}

  add(response: ServerResponse, bytes: number): UnsentAnswer {
    this.answers.set(response, bytes);
    this.bytes += bytes;
    this.cutOff(response);
    return {
      sent: (taken) => {
        const left = this.answers.get(response);
        if (left === undefined) return;
        this.answers.delete(response);
        this.answers.set(response, left - taken);
        this.bytes -= taken;
      },
      end: () => {
        this.bytes -= this.answers.get(response) ?? 0;
        this.answers.delete(response);
      },
    };
  }

  /** @param latest is spared, as there was no time for progress yet */
  private cutOff(latest: ServerResponse): void {
    for (const [response, left] of this.answers) {
      if (this.bytes <= this.most || response === latest) return;
      this.answers.delete(response);
      this.bytes -= left;
      response.destroy();
    }
  }
}
