import { type Lasting, MADE_OF_IT } from "../../core/helpers";
import type { Printer } from "./run";
import type { Text } from "./text";
import { TextsOfRun } from "./texts-of-run";

/**
 * Prints each object once in a run. Items of a list share what they have in common: thousands of lines of a portfolio are of
 * few configurations.
 */
export function onceInRun(printer: Printer): Printer {
  return {
    isPure: true,
    isString: printer.isString ?? false,
    print: (value, run, path) => {
      let texts = run.texts.get(printer);
      if (texts === undefined) {
        texts = new TextsOfRun();
        run.texts.set(printer, texts);
      }
      return texts.of(value, () => printer.print(value, run, path));
    },
  };
}

/** Most operations whose text something holds: what is cached is printed by few operations, over and over. */
const MOST_TEXTS = 4;

/** A text that was printed. */
interface Remembered {
  text: Text;
  /** Whether it is one flat string, and no rope of its pieces: since it was needed again. */
  isJoined: boolean;
}

/** Texts of a value, by what printed them. */
type Texts = Map<object, unknown>;

/** Prints an object that lasts once for all requests. */
export function onceWhenLasting(printer: Printer): Printer {
  return onceForAll(printer, (value) => (value as Partial<Lasting> | null | undefined)?.[MADE_OF_IT]);
}

/** Prints a list that is frozen once, for all requests: who freezes it says that nothing of it will change. */
export function onceWhenFrozen(printer: Printer): Printer {
  return onceForAll(printer, textsOfList);
}

/** @param textsOf undefined for a value that may change */
function onceForAll(printer: Printer, textsOf: (value: unknown) => Texts | undefined): Printer {
  return {
    isPure: true,
    print: (value, run, path) => {
      const texts = textsOf(value);
      if (texts === undefined) return printer.print(value, run, path);
      const known = texts.get(printer) as Remembered | undefined;
      if (known !== undefined) return joined(known);
      if (texts.size >= MOST_TEXTS) texts.clear();
      const text = printer.print(value, run, path);
      texts.set(printer, { text, isJoined: false } satisfies Remembered);
      return text;
    },
  };
}

const textsOfLists = new WeakMap<readonly unknown[], Texts>();

/** Undefined for anything but a frozen list. */
function textsOfList(list: unknown): Texts | undefined {
  const known = textsOfLists.get(list as readonly unknown[]);
  if (known !== undefined || !Array.isArray(list) || !Object.isFrozen(list)) return known;
  const texts: Texts = new Map();
  textsOfLists.set(list, texts);
  return texts;
}

/** Whether a list is frozen: Object.isFrozen is slow, and not needed for lists that were printed. */
export function isFrozenList(list: unknown): boolean {
  return textsOfLists.has(list as readonly unknown[]) || Object.isFrozen(list);
}

/** V8 leaves a concatenated string as a rope of its pieces, and walks it for each text that it becomes a part of: it is flattened once. */
function joined(known: Remembered): Text {
  if (!known.isJoined) {
    known.isJoined = true;
    if (typeof known.text === "string") known.text = Buffer.from(known.text).toString();
  }
  return known.text;
}
