import type { IncomingMessage, ServerResponse } from "node:http";
import { bytesOf, endWith, SLICE } from "./answer-body";
import { answersInEncodings, compressed } from "./compression";
import { EndOfTurn } from "./end-of-turn";
import type { AnswerBody } from "./graphql-answer";

/** Shared by all responses. */
const endOfTurn = new EndOfTurn();

/**
 * The response to a request. Its headers are collected here and written together with the body: setting them on
 * Node's response one by one takes longer.
 */
export class Reply {
  /** Names in lower case, each followed by its value. */
  private readonly head: string[] = [];
  private variesBy = "";

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly isCompressed: boolean,
    /** Called with an error while sending, as the handler does not await it. */
    private readonly onFault: (cause: unknown) => void,
  ) {}

  /** @param name in lower case */
  set(name: string, value: string): void {
    const { head } = this;
    for (let at = 0; at < head.length; at += 2) {
      if (head[at] !== name) continue;
      head[at + 1] = value;
      return;
    }
    head.push(name, value);
  }

  /** Adds a request header to `Vary`. */
  varyBy(header: string): void {
    this.variesBy += this.variesBy === "" ? header : `, ${header}`;
  }

  send(
    status: number,
    headers: Iterable<readonly [string, string]> = [],
    body: AnswerBody = "",
    encoding?: string,
  ): void {
    for (const [name, value] of headers) this.set(name, value);
    const length = bytesOf(body);
    if (length > 0) this.set("content-length", String(length));
    if (encoding !== undefined) this.set("content-encoding", encoding);
    const isEncoded =
      encoding === undefined && this.isCompressed && length > 0 && answersInEncodings(this.request, length);
    if (this.isCompressed && length > 0) this.varyBy("Accept-Encoding");
    if (this.variesBy !== "") this.set("vary", this.variesBy);
    const isShort = typeof body === "string" && body.length <= SLICE;
    // The headers, too: until they are sent, `Connection: close` can still be set.
    if (isShort) endOfTurn.add(() => this.sendOrCut(status, body, length, isEncoded));
    else this.sendNow(status, body, length, isEncoded);
  }

  /** Runs outside the handler, where an error would end the process. */
  private sendOrCut(status: number, body: AnswerBody, length: number, isEncoded: boolean): void {
    try {
      this.sendNow(status, body, length, isEncoded);
    } catch (cause) {
      this.onFault(cause);
      this.response.destroy();
    }
  }

  private sendNow(status: number, body: AnswerBody, length: number, isEncoded: boolean): void {
    const { head, request, response } = this;
    if (isEncoded) {
      // Compression reads the headers from Node's response.
      for (let at = 0; at < head.length; at += 2)
        response.setHeader(head[at] as string, head[at + 1] as string);
      response.statusCode = status;
      compressed(request, response);
    } else response.writeHead(status, head);
    endWith(response, body, length);
  }
}
