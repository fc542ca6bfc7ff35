import type { IncomingHttpHeaders } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { unsupportedBody } from "./http-problem";

/** How bodies may be compressed, by their name in `content-encoding`. */
const INFLATERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
const ACCEPTED = "gzip, deflate, br";

export interface Inflation {
  readonly encoding: string;
  readonly inflater: Transform;
}

/**
 * What makes of a body what it was before it was compressed; null for one that is not. A header that is empty says
 * nothing.
 * @throws HttpProblem for another way, or several on top of each other
 */
export function inflationOf(headers: IncomingHttpHeaders): Inflation | null {
  const written = headers["content-encoding"];
  if (written === undefined) return null;
  const encodings = written
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
  const [encoding, ...others] = encodings;
  if (encoding === undefined) return null;
  const inflater = Object.hasOwn(INFLATERS, encoding) ? INFLATERS[encoding] : undefined;
  if (inflater === undefined || others.length > 0) {
    const message = `A request is sent as it is, or compressed once by one of ${ACCEPTED}`;
    throw unsupportedBody(message, { "accept-encoding": ACCEPTED });
  }
  return { encoding, inflater: inflater() };
}
