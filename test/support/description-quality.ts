/** Words that add nothing to a name. */
const EMPTY_WORDS = new Set("a an the its of it is that this which all every each for in on to".split(" "));

/** Units as descriptions write them, in brackets; after a comma or "per" the rest is free: [GB], [h], [Gbit/s], [kWh per …]. */
const UNIT =
  /^(?:%|10\^\d+|h|m³|kgCO2e|kg Sb eq|tokens|requests|[kMGT]?i?(?:B|bit)|[kMGTmµ]?(?:Wh|W|J|g|L|s))(?:\/(?:s|h|GB|kWh))?(?:$|,|;| per )/;

/** A number that has no unit says what kind of number it is; one whose unit is told beside it refers to that. */
const KINDS = [
  /\bnumber of\b/i,
  /\bhow many\b/i,
  /\bshares?\b/i,
  /\bratio\b/i,
  /\bfrom 0 to 1\b/,
  /\bin `unit`/,
  /\bin the unit of the criterion/,
];

export function repeatsTheName(name: string, description: string): boolean {
  const own = new Set(wordsOf(name).map(singular));
  return wordsOf(description).every((word) => EMPTY_WORDS.has(word) || own.has(singular(word)));
}

/** Whether the description of a number says what it counts or measures. */
export function saysWhatItMeasures(description: string): boolean {
  const brackets = [...description.matchAll(/\[([^\]]+)\]/g)].map(([, text = ""]) => text);
  return brackets.some((text) => UNIT.test(text)) || KINDS.some((kind) => kind.test(description));
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
