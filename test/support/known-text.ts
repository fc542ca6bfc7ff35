import type { Known } from "../../src/graphql/compiled";

/** What was printed, as one text. */
export function textOf(known: Known): string {
  return typeof known === "string" ? known : Buffer.concat(known.bytes).toString();
}
