import type { IncomingHttpHeaders } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { unsupportedBody } from "../errors/http-problem";

/** Supported encodings of bodies, by their name in `content-encoding`. */
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
 * A stream that decompresses a body; null if it is not compressed. An empty header
 * is ignored.
 * @throws HttpProblem for another encoding, or several combined
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
