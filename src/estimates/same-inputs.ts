import { hashOfValues, saysTheSame } from "../core/lang";

/** An entry of {@link SameInputs}, with what was said. */
export interface SaidInput<Entry> {
  readonly said: unknown;
  /** The next one of the same hash. */
  next: Entry | undefined;
}

/** Entries of one hash that are compared; of more, which nobody writes by accident, the rest are taken to differ. */
const MOST_COMPARED = 8;

/**
 * Finds what was said before, by a hash of its values: a text of each of thousands of lines would take as long as computing it.
 * Plain values alone: what JSON carries, and dates.
 */
export class SameInputs<Entry extends SaidInput<Entry>> {
  private readonly byHash = new Map<number, Entry>();

  /** @param entryOf the entry of what was not said before, of the source */
  find<Source>(said: unknown, source: Source, entryOf: (said: unknown, source: Source) => Entry): Entry {
    const hash = hashOfValues(said);
    const first = this.byHash.get(hash);
    let compared = 0;
    for (let entry = first; entry !== undefined && compared < MOST_COMPARED; entry = entry.next) {
      if (saysTheSame(entry.said, said)) return entry;
      compared++;
    }
    const added = entryOf(said, source);
    added.next = first;
    this.byHash.set(hash, added);
    return added;
  }
}
