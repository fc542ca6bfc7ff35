import type { ServerResponse } from "node:http";
import type { AnswerBody } from "./graphql-answer";
import { UnsentBytes } from "./unsent-bytes";

/** Characters that are encoded at a time: longer texts are sent in chunks. */
export const SLICE = 128 * 1024;

const encoder = new TextEncoder();
/** Shared by all responses, as they share the memory of the process. */
const unsent = new UnsentBytes();

/** The bytes of a response, each chunk encoded on demand. */
export function* piecesOf(body: AnswerBody): Generator<Uint8Array, void, undefined> {
  if (typeof body !== "string") {
    yield* body;
    return;
  }
  for (let from = 0; from < body.length; ) {
    let to = Math.min(from + SLICE, body.length);
    // A surrogate pair must not be split.
    if (to < body.length && /[\ud800-\udbff]/.test(body.charAt(to - 1))) to -= 1;
    yield encoder.encode(body.slice(from, to));
    from = to;
  }
}

/** Ends a response with its body. A long one is sent chunk by chunk, with backpressure. */
export function endWith(response: ServerResponse, body: AnswerBody, bytes = bytesOf(body)): void {
  // An answer that may be compressed on its way would be sent in chunks without it.
  if (bytes > 0 && !response.headersSent) response.setHeader("content-length", bytes);
  // As many bytes as characters, so all are ASCII and need no encoding.
  if (typeof body === "string" && body.length <= SLICE)
    response.end(body, bytes === body.length ? "latin1" : "utf8");
  else sendPieces(response, typeof body === "string" ? piecesOf(body) : takenFrom([...body]), bytes);
}

function sendPieces(response: ServerResponse, pieces: Iterator<Uint8Array>, bytes: number): void {
  const waiting = unsent.add(response, bytes);
  const writeOn = (): void => {
    while (!response.destroyed) {
      const { done, value } = pieces.next();
      if (done === true) {
        response.off("drain", writeOn);
        response.end();
        return;
      }
      const isTaken = response.write(value);
      waiting.sent(value.length);
      if (!isTaken) return;
    }
  };
  // One listener for all chunks: the compression adds its own, which cannot be removed.
  response.on("drain", writeOn);
  response.once("close", () => {
    waiting.end();
    // Releases the rest of the response, which otherwise is held as long as its connection.
    pieces.return?.();
  });
  writeOn();
}

/** Releases each chunk once it is read. */
function* takenFrom(pieces: Uint8Array[]): Generator<Uint8Array, void, undefined> {
  try {
    for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
  } finally {
    pieces.length = 0;
  }
}

export function bytesOf(body: AnswerBody): number {
  if (typeof body === "string") return Buffer.byteLength(body);
  return body.reduce((sum, { length }) => sum + length, 0);
}
