import { createHash } from "node:crypto";

/** Hash of a text in UTF-8, or of its pieces, in lower-case hexadecimal, as in persisted documents. */
export function sha256(text: string | readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const piece of typeof text === "string" ? [text] : text) hash.update(piece);
  return hash.digest("hex");
}
