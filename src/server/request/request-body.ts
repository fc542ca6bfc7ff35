import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { badRequest, HttpProblem, unsupportedBody } from "../errors/http-problem";
import { type Inflation, inflationOf } from "./inflation";
import { JsonBody } from "./json-body";
import { isUtf8, JSON_TYPE, parseMediaType } from "./media-type";

/**
 * The JSON body of a request, compressed or not.
 * @param mostBytes limit of the body, both compressed and decompressed
 * @throws HttpProblem for a body that is not JSON in UTF-8, or too large.
 */
export function readJson(request: IncomingMessage, mostBytes: number): Promise<JsonBody> {
  requireJson(request);
  const inflation = inflationOf(request.headers);
  return inflation === null ? whole(request, mostBytes) : inflatedJson(request, inflation, mostBytes);
}

async function inflatedJson(
  request: IncomingMessage,
  inflation: Inflation,
  mostBytes: number,
): Promise<JsonBody> {
  return new JsonBody(await inflated(bounded(received(request), mostBytes), inflation, mostBytes));
}

/** Also protects against forged requests: a browser sends a preflight before JSON to another origin. */
function requireJson({ headers }: IncomingMessage): void {
  const written = headers["content-type"] ?? "";
  if (written === JSON_TYPE) return;
  const type = parseMediaType(written);
  if (type.essence !== JSON_TYPE) {
    throw unsupportedBody("A request is sent as application/json: say so in its content-type");
  }
  if (!isUtf8(type)) throw unsupportedBody("A request is sent in UTF-8");
}

/** By events, as most bodies are one chunk, for which an async iterator takes too long. */
function whole(request: IncomingMessage, mostBytes: number): Promise<JsonBody> {
  // The client left while its credentials were checked: none of the events below comes any more.
  if (request.destroyed) return Promise.reject(notWhole());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= mostBytes) chunks.push(chunk);
      else {
        // The rest is not read; the connection is closed with the response.
        request.off("data", take).pause();
        reject(tooLarge(mostBytes));
      }
    };
    request.on("data", take);
    request.on("end", () => {
      resolve(new JsonBody(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    });
    // `close` also follows a complete body, where an unused error would cost more than everything else here.
    request.on("close", () => {
      if (!request.readableEnded) reject(notWhole());
    });
  });
}

async function* received(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    // The stream must not be destroyed: that closes the connection, so the refusal could not be sent.
    yield* request.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  } catch {
    throw notWhole();
  }
}

/** The client disconnected, or sent invalid HTTP: mostly there is no connection to answer on. Not an internal error. */
function notWhole(): HttpProblem {
  return badRequest("The body was not received completely");
}

async function* bounded(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    yield chunk;
  }
}

async function joined(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}

/** Stops at the limit, as a few bytes can decompress to gigabytes. */
async function inflated(
  body: AsyncIterable<Buffer>,
  { encoding, inflater }: Inflation,
  mostBytes: number,
): Promise<Buffer> {
  try {
    return await pipeline(body, inflater, (chunks) => joined(bounded(chunks, mostBytes)));
  } catch (error) {
    throw error instanceof HttpProblem ? error : badRequest(`The body is not valid ${encoding}`);
  }
}

/** The rest of the body is not read, so the connection cannot be reused. */
function tooLarge(mostBytes: number): HttpProblem {
  const message = `The body is larger than ${mostBytes} bytes (FOOTPRINT_MAX_BODY_BYTES)`;
  return new HttpProblem("PAYLOAD_TOO_LARGE", message, { headers: { connection: "close" } });
}
