export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Nothing in the file says which it is: it was found by trying. */
  readonly isGuessed: boolean;
}

const SAMPLE = 1_000;

/** Bytes of a file as text: UTF-8 or UTF-16, with or without a byte order mark, and what Western Windows writes. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byMark(bytes) ?? withoutMark(bytes);
  if (marked !== null) return { ...decoded(bytes, marked, false), isGuessed: false };
  try {
    return { ...decoded(bytes, "utf-8", true), isGuessed: false };
  } catch {
    return { ...decoded(bytes, "windows-1252", false), isGuessed: true };
  }
}

/** A text without the byte order mark that some programs put before it. */
export function withoutBom(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean) {
  return { text: withoutBom(new TextDecoder(encoding, { fatal }).decode(bytes)), encoding };
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Every other byte of Western text in UTF-16 is zero; no other text has zeros. */
function withoutMark(bytes: Uint8Array): string | null {
  const zeros: [number, number] = [0, 0];
  const length = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[(at % 2) as 0 | 1] += 1;
  if (zeros[0] + zeros[1] < length / 4) return null;
  return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
}
