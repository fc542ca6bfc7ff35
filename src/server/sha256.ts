import { createHash } from "node:crypto";

/** Hash of a text in UTF-8, in lower-case hexadecimal, as in persisted documents. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
