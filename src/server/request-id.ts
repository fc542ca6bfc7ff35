import { randomUUID } from "node:crypto";

/** What a proxy or client may call a request: short, and without a character that means something in a log. */
const SANE = /^[\w.:=-]{1,128}$/;

/** The name that a request brings along, where it is a sane one; else one at random. */
export function requestIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === "string" && SANE.test(header) ? header : randomUUID();
}
