import { type Lasting, MADE_OF_IT } from "../../core/lang";
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

/** Prints an object that lasts once for all requests. */
export function onceWhenLasting(printer: Printer): Printer {
  const { print } = printer;
  return {
    isPure: true,
    print: (value, run, path) => {
      const texts = (value as Partial<Lasting> | null | undefined)?.[MADE_OF_IT];
      if (texts === undefined) return print(value, run, path);
      const known = texts.get(printer);
      if (known !== undefined) return known as Text;
      if (texts.size >= MOST_TEXTS) texts.clear();
      const text = print(value, run, path);
      texts.set(printer, text);
      return text;
    },
  };
}

/** A text that was printed. */
interface Remembered {
  text: Text;
  /** Whether it was asked for again: it is one piece since. */
  isAskedAgain: boolean;
}

const textsOfLists = new WeakMap<readonly unknown[], Map<Printer, Remembered>>();

/** Prints a list that is frozen once, for all requests: who freezes it says that nothing of it will change. */
export function onceWhenFrozen(printer: Printer): Printer {
  return {
    isPure: true,
    print: (list, run, path) => {
      const texts = textsOf(list);
      if (texts === undefined) return printer.print(list, run, path);
      const known = texts.get(printer);
      if (known !== undefined) return again(known);
      if (texts.size >= MOST_TEXTS) texts.clear();
      const text = printer.print(list, run, path);
      texts.set(printer, { text, isAskedAgain: false });
      return text;
    },
  };
}

/** Undefined for anything but a frozen list. */
function textsOf(list: unknown): Map<Printer, Remembered> | undefined {
  const known = textsOfLists.get(list as readonly unknown[]);
  if (known !== undefined || !Array.isArray(list) || !Object.isFrozen(list)) return known;
  const texts = new Map<Printer, Remembered>();
  textsOfLists.set(list, texts);
  return texts;
}

/** Whether a list is frozen: Object.isFrozen is slow, and not needed for lists that were printed. */
export function isFrozenList(list: unknown): boolean {
  return textsOfLists.has(list as readonly unknown[]) || Object.isFrozen(list);
}

/** Engines leave a text as the tree of its pieces, and walk it anew for each text that it becomes a part of: it is joined once. */
function again(known: Remembered): Text {
  if (!known.isAskedAgain) {
    known.isAskedAgain = true;
    if (typeof known.text === "string") known.text = Buffer.from(known.text).toString();
  }
  return known.text;
}
