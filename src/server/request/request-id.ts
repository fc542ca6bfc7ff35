import { randomUUID } from "node:crypto";

/** Valid request ids of proxies and clients: short, and without characters that are special in a log. */
const SANE = /^[\w.:=-]{1,128}$/;

/** The request's own id, if it is valid; otherwise a random one. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === "string" && SANE.test(header) ? header : randomUUID();
}
