/** How files begin that are no text, byte by byte: workbooks and archives, old workbooks, PDF, pictures, packed files. */
const BEGINNINGS = [
  "PK\u0003\u0004",
  "\u00d0\u00cf\u0011\u00e0",
  "%PDF-",
  "\u0089PNG",
  "GIF8",
  "\u00ff\u00d8\u00ff",
  "\u001f\u008b",
];
const LONGEST_BEGINNING = 5;
const SAMPLE = 4_000;
/** Text has none of them, but for a stray one; of any bytes they are a tenth. */
const MOST_CONTROLS = 0.02;
const MOST_STRAY = 2;

/**
 * Whether a file is no text, whatever its name: a workbook, for example, that nobody saved as CSV.
 * @param text what its bytes are as text
 */
export function isNoText(source: string | Uint8Array, text: string): boolean {
  const beginning =
    typeof source === "string" ? source : String.fromCharCode(...source.subarray(0, LONGEST_BEGINNING));
  if (BEGINNINGS.some((one) => beginning.startsWith(one))) return true;
  const sample = text.slice(0, SAMPLE);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) if (isControl(sample.charCodeAt(at))) controls += 1;
  return controls > Math.max(MOST_STRAY, MOST_CONTROLS * sample.length);
}

/** But for tabs and ends of lines, pages and files. */
function isControl(code: number): boolean {
  return code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a;
}
