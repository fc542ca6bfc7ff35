import { errorCatalogue } from "../core/errors";

/** A code as a label; all unknown codes share one. */
export function codeLabel(code: string): string {
  return errorCatalogue().has(code) ? code : "other";
}

/** Whether a code is of an error of the server rather than the client. */
export function isFault(code: string): boolean {
  return errorCatalogue().get(code)?.isFault === true;
}
