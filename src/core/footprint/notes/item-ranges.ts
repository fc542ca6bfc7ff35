import { groupBy } from "../../helpers";
import type { Note } from "./note";

/** Not the digits of a name, such as fr-par-1. */
const NUMBER = /(?<![\w.-])\d+(?:\.\d+)?/g;

/**
 * Notes whose items differ in their numbers alone as one, with the range of each number: `0.3 to 0.498 times`. How many lines have it
 * is then not said: two of them can be of one line, over two vintages.
 */
export function withRanges(notes: readonly Note[]): readonly Note[] {
  const alike = groupBy(notes, ({ item }) => (item ?? "").replace(NUMBER, "#"));
  return [...alike.values()].map((some) => {
    const [first] = some as [Note];
    if (some.length === 1) return first;
    const weight = some.reduce((sum, one) => sum + one.weight, 0);
    return { ...first, item: itemOf(some), weight, lines: null };
  });
}

function itemOf(notes: readonly Note[]): string {
  const numbers = notes.map(({ item }) => (item ?? "").match(NUMBER) ?? []);
  let at = 0;
  return (notes[0]?.item ?? "").replace(NUMBER, () => {
    const all = numbers.map((one) => one[at] as string).sort((a, b) => Number(a) - Number(b));
    at += 1;
    const [least, most] = [all[0] as string, all.at(-1) as string];
    return least === most ? least : `${least} to ${most}`;
  });
}
