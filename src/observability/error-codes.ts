import { errorCatalogue } from "../core/errors";

/** A code as a label: those that are in no catalogue are one. */
export function codeLabel(code: string): string {
  return errorCatalogue().has(code) ? code : "other";
}

/** Whether a code says that the graph, and not its client, is at fault. */
export function isFault(code: string): boolean {
  return errorCatalogue().get(code)?.isFault === true;
}
