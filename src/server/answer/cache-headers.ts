import type { IncomingMessage } from "node:http";
import type { Client } from "../access";
import { sha256 } from "../sha256";
import type { AnswerBody } from "./graphql-answer";
import type { Reply } from "./reply";

/** How long clients, and caches on the way, may keep a catalogue [s]. */
const MOST_SECONDS = 300;
const MS_PER_DAY = 86_400_000;

/** Whether the response is the same without credentials: then shared caches may store it, too. */
export function isForAll({ headers }: IncomingMessage, client: Client): boolean {
  // Rate-limit headers are the client's own.
  return (
    client.name === null && Object.keys(client.headers).length === 0 && headers.authorization === undefined
  );
}

/**
 * Marks an answer that stays the same through the day, so that it need not be sent again.
 * @returns whether the client has it already: 304 is the answer then, without a body
 */
export function markCacheable(
  request: IncomingMessage,
  reply: Reply,
  { tag: etag, forAll }: { readonly tag: string; readonly forAll: boolean },
): boolean {
  reply.set("etag", etag);
  reply.set("cache-control", `${forAll ? "public" : "private"}, max-age=${secondsCached(Date.now())}`);
  reply.varyBy("authorization");
  if (!isFresh(request.headers["if-none-match"], etag)) return false;
  reply.varyBy("accept-encoding");
  return true;
}

/** Identifies a text of a type. Weak: compressed or not, it is the same answer. */
export function tagOf(type: string, body: AnswerBody): string {
  return `W/"${sha256([`${type}\n`, ...(typeof body === "string" ? [body] : body)])}"`;
}

/** By weak comparison (RFC 9110, 13.1.2). */
function isFresh(tags = "", etag: string): boolean {
  return tags.split(",").some((tag) => tag.trim() === "*" || strong(tag.trim()) === strong(etag));
}

function strong(tag: string): string {
  return tag.replace(/^W\//, "");
}

/** Never beyond the day (UTC), as the factors in force can change then. */
function secondsCached(now: number): number {
  return Math.min(MOST_SECONDS, Math.floor((MS_PER_DAY - (now % MS_PER_DAY)) / 1000));
}
