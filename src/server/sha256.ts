import { createHash } from "node:crypto";

/** In lower-case hexadecimal, of the text in UTF-8: how persisted documents are named. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
