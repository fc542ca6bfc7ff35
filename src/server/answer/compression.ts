import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Shorter responses are not worth compressing [B]. */
const LEAST_BYTES = 1024;

const compress = compression({ threshold: 0 }) as unknown as Middleware;

/** Whether a response of this length is compressed if the client accepts one of the encodings. */
export function answersInEncodings({ headers }: IncomingMessage, length: number): boolean {
  const accepted = headers["accept-encoding"];
  return accepted !== undefined && (length >= LEAST_BYTES || refusesPlain(accepted));
}

/** Compresses a response in an encoding that the client accepts, chunk by chunk, outside the event loop. */
export function compressed(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => {});
}

/** `identity;q=0`, or `*;q=0` without identity: the client refuses uncompressed responses, even short ones. */
function refusesPlain(accepted: string): boolean {
  const ranges = accepted.split(",").map((range) => range.replace(/\s/g, "").toLowerCase());
  const plain =
    ranges.find((range) => /^identity(;|$)/.test(range)) ?? ranges.find((range) => range.startsWith("*"));
  return plain !== undefined && /;q=0(\.0*)?$/.test(plain);
}
