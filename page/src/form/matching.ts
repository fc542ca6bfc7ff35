/**
 * The names that contain every typed word: first an exact match, then those that begin with the text. Punctuation
 * is ignored.
 */
export function matching(names: readonly string[], typed: string): readonly string[] {
  const words = typed.split(/\s+/).map(plain).filter(Boolean);
  const whole = words.join("");
  const rank = (name: string): number => {
    const own = plain(name);
    if (own === whole) return 0;
    return own.startsWith(whole) ? 1 : own.startsWith(words[0] ?? "") ? 2 : 3;
  };
  return names
    .filter((name) => words.every((word) => plain(name).includes(word)))
    .sort((a, b) => rank(a) - rank(b));
}

const plain = (text: string): string => text.toLowerCase().replace(/[-_.\s]/g, "");
