/** More than any document has variables: to parse 800,000 different names takes 5 s, as V8 learns the shape of each object anew. */
export const MOST_NAMES = 100_000;
/** Characters of the shortest text that can have so many: `"abc":1` of each. */
const SHORTEST = 7 * MOST_NAMES;
/** Bits of a hash: names that share one count once. */
const HASH_BITS = 22;

const [QUOTE, BACKSLASH, SPACE] = ['"', "\\", " "].map((one) => one.charCodeAt(0)) as [
  number,
  number,
  number,
];

/** Whether the objects of a JSON text have more different names than that. It goes from colon to colon: to read every character takes half as long as to parse it. */
export function hasManyNames(text: string): boolean {
  if (text.length < SHORTEST) return false;
  const bits = new Uint32Array(2 ** (HASH_BITS - 5));
  let count = 0;
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    let end = colon - 1;
    while (text.charCodeAt(end) <= SPACE) end--;
    // Else a colon in a text: quotes are escaped there.
    if (text.charCodeAt(end) !== QUOTE || isEscaped(text, end)) continue;
    let hash = 0;
    for (let at = end - 1; at >= 0; at--) {
      const code = text.charCodeAt(at);
      if (code === QUOTE && !isEscaped(text, at)) break;
      hash = Math.imul(hash, 31) + code;
    }
    // The best bits of a product are at its top.
    const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - HASH_BITS);
    const [word, mask] = [bit >>> 5, 1 << (bit & 31)];
    const before = bits[word] as number;
    if ((before & mask) !== 0) continue;
    bits[word] = before | mask;
    count++;
    if (count > MOST_NAMES) return true;
  }
  return false;
}

/** By the number of backslashes before it. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}
