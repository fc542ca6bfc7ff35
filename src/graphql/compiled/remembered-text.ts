import type { Printer } from "./run";
import type { Text } from "./text";

/** Most texts that are remembered at a time in a run, of one field: of more, few are repeated. */
const MOST_IN_RUN = 4_000;

/**
 * Prints each object once in a run. Items of a list share what they have in common: thousands of lines of a portfolio are of
 * few configurations.
 */
export function onceInRun(printer: Printer): Printer {
  return {
    isPure: true,
    print: (value, run, path) => {
      const texts = run.texts.get(printer) ?? new Map<unknown, Text>();
      run.texts.set(printer, texts);
      const known = texts.get(value);
      if (known !== undefined) return known;
      const text = printer.print(value, run, path);
      if (texts.size >= MOST_IN_RUN) texts.clear();
      texts.set(value, text);
      return text;
    },
  };
}

/** Most operations whose text a list caches: cached lists are printed by few operations, over and over. */
const MOST_TEXTS = 4;

const textsOfLists = new WeakMap<readonly unknown[], Map<Printer, Text>>();

/** Prints a list that is frozen once, for all requests: who freezes it says that nothing of it will change. */
export function onceWhenFrozen(printer: Printer): Printer {
  return {
    isPure: true,
    print: (list, run, path) => {
      if (!Array.isArray(list) || !Object.isFrozen(list)) return printer.print(list, run, path);
      const texts = textsOfLists.get(list) ?? new Map<Printer, Text>();
      textsOfLists.set(list, texts);
      const known = texts.get(printer);
      if (known !== undefined) return known;
      if (texts.size >= MOST_TEXTS) texts.clear();
      const text = flat(printer.print(list, run, path));
      texts.set(printer, text);
      return text;
    },
  };
}

/** Engines leave a text as the tree of its pieces, and walk it anew for each text that it becomes a part of. */
function flat(text: Text): Text {
  return typeof text === "string" ? Buffer.from(text).toString() : text;
}
