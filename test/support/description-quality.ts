/** Words that add nothing to a name. */
const EMPTY_WORDS = new Set("a an the its of it is that this which all every each for in on to".split(" "));

export function repeatsTheName(name: string, description: string): boolean {
  const own = new Set(wordsOf(name).map(singular));
  return wordsOf(description).every((word) => EMPTY_WORDS.has(word) || own.has(singular(word)));
}

function wordsOf(text: string): string[] {
  return (
    text
      .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

function singular(word: string): string {
  return word.replace(/s$/, "");
}
