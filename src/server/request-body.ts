import type { IncomingMessage } from "node:http";
import { badRequest, HttpProblem } from "./http-problem";
import { isUtf8, JSON_TYPE, parseMediaType } from "./media-type";

/**
 * The JSON that a request carries.
 * @throws HttpProblem for a body that is not JSON in UTF-8, or too large.
 */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  requireJson(request);
  return parseJson(decodeUtf8(await readBytes(request, mostBytes)));
}

/** Also what keeps foreign pages out: a browser asks before it sends JSON to another origin. */
function requireJson({ headers }: IncomingMessage): void {
  const type = parseMediaType(headers["content-type"] ?? "");
  if (type.essence !== JSON_TYPE) {
    throw unsupported("A request is sent as application/json: say so in its content-type");
  }
  if (!isUtf8(type)) throw unsupported("A request is sent in UTF-8");
  if ((headers["content-encoding"] ?? "identity") !== "identity") {
    throw unsupported("A request is sent without compression", { "accept-encoding": "identity" });
  }
}

function unsupported(message: string, headers: Record<string, string> = { accept: JSON_TYPE }): HttpProblem {
  return new HttpProblem(415, "UNSUPPORTED_MEDIA_TYPE", message, { headers });
}

async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // The stream outlives the loop: what destroys it closes the connection, and the refusal could not be sent.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    // The client hung up, or what it sent is no HTTP: mostly nobody is there to be told, and no fault is ours.
    throw error instanceof HttpProblem ? error : badRequest("The body did not come in whole");
  }
  return Buffer.concat(chunks);
}

/** The rest of the body is not read: the connection is of no further use. */
function tooLarge(mostBytes: number): HttpProblem {
  const message = `The body is larger than ${mostBytes} bytes (FOOTPRINT_MAX_BODY_BYTES)`;
  return new HttpProblem(413, "PAYLOAD_TOO_LARGE", message, { headers: { connection: "close" } });
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badRequest("The body is not valid UTF-8");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("The body is not valid JSON");
  }
}
