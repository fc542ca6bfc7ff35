import type { ServerResponse } from "node:http";

/** Bytes of all answers together that clients have still to take. */
const MOST_BYTES = 256 * 2 ** 20;

/** An answer that is on its way. */
export interface UnsentAnswer {
  /** So many bytes more were taken. */
  sent(bytes: number): void;
  end(): void;
}

/**
 * Counts what clients have still to take of long answers. Where that is more than the process should hold, the answer of which
 * nothing was taken for longest is cut off: who reads, however slowly, goes on.
 */
export class UnsentBytes {
  /** Of which something was taken last, last. */
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

  /** @param latest has had no time yet to take anything */
  private cutOff(latest: ServerResponse): void {
    for (const [response, left] of this.answers) {
      if (this.bytes <= this.most || response === latest) return;
      this.answers.delete(response);
      this.bytes -= left;
      response.destroy();
    }
  }
}
