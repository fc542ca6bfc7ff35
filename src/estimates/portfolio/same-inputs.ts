import { saysTheSame } from "../../core/helpers";

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

  /** @param hash equal for inputs of equal values in one order */
  known(hash: number, said: unknown): Entry | undefined {
    let compared = 0;
    for (
      let entry = this.byHash.get(hash);
      entry !== undefined && compared < MOST_COMPARED;
      entry = entry.next
    ) {
      if (saysTheSame(entry.said, said)) return entry;
      compared++;
    }
    return undefined;
  }

  /** Adds what was not known. */
  add(hash: number, entry: Entry): Entry {
    entry.next = this.byHash.get(hash);
    this.byHash.set(hash, entry);
    return entry;
  }
}
