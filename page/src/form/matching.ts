/** The names that have every word that is typed, those first that begin with it. Signs between words do not matter. */
export function matching(names: readonly string[], typed: string): readonly string[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .map(plain)
    .filter((word) => word !== "");
  if (words.length === 0) return names;
  const [first = ""] = words;
  const found = names.filter((name) => words.every((word) => plain(name.toLowerCase()).includes(word)));
  const begins = (name: string): boolean => plain(name.toLowerCase()).startsWith(first);
  return [...found.filter(begins), ...found.filter((name) => !begins(name))];
}

const plain = (text: string): string => text.replace(/[-_.\s]/g, "");
