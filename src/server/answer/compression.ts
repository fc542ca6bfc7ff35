import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Shorter responses are not worth compressing [B]. */
const LEAST_BYTES = 1024;

const compress = compression({ threshold: 0 }) as unknown as Middleware;

/** Whether a response of this length is compressed if the client accepts one of the encodings. */
export function answersInEncodings({ headers }: IncomingMessage, length: number): boolean {
  const accepted = headers["accept-encoding"];
  return accepted !== undefined && (length >= LEAST_BYTES || qualityOf("identity", accepted, 1) === 0);
}

/** Whether the client accepts gzip, and prefers no other encoding of ours; nor none, where it gives that a weight. */
export function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = headers["accept-encoding"];
  if (accepted === undefined) return false;
  const gzip = qualityOf("gzip", accepted);
  return gzip > 0 && ["br", "deflate", "identity"].every((other) => qualityOf(other, accepted) <= gzip);
}

/** Compresses a response in an encoding that the client accepts, chunk by chunk, outside the event loop. */
export function compressed(request: IncomingMessage, response: ServerResponse): void {
  compress(request, response, () => {});
}

/**
 * The weight of an encoding in an Accept-Encoding header; 0 if it is refused (RFC 9110, 12.5.3).
 * @param unnamed its weight where nothing is said of it
 */
function qualityOf(encoding: string, accepted: string, unnamed = 0): number {
  const ranges = accepted.split(",").map((range) => range.replace(/\s/g, "").toLowerCase().split(";"));
  const range = ranges.find(([name]) => name === encoding) ?? ranges.find(([name]) => name === "*");
  if (range === undefined) return unnamed;
  const weight = range.find((parameter) => parameter.startsWith("q="));
  return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
}
