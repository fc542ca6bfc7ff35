import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Below this, what is saved is less than what it costs [B]. */
const LEAST_BYTES = 1024;

const compress = compression({ threshold: 0 }) as unknown as Middleware;

/** Whether an answer of this length is compressed if its client takes one of the encodings. */
export function answersInEncodings({ headers }: IncomingMessage, length: number): boolean {
  const accepted = headers["accept-encoding"];
  return accepted !== undefined && (length >= LEAST_BYTES || refusesPlain(accepted));
}

/** Lets an answer be compressed as its client accepts it, chunk by chunk and beside the event loop. */
export function compressed(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => {});
}

/** `identity;q=0`, or `*;q=0` where identity is not named: even a short answer is not taken as it is. */
function refusesPlain(accepted: string): boolean {
  const ranges = accepted.split(",").map((range) => range.replace(/\s/g, "").toLowerCase());
  const plain =
    ranges.find((range) => /^identity(;|$)/.test(range)) ?? ranges.find((range) => range.startsWith("*"));
  return plain !== undefined && /;q=0(\.0*)?$/.test(plain);
}
