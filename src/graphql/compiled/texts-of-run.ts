import type { Text } from "./text";

/** Most texts that are remembered at a time in a run, of one field: of more, few are repeated. */
const MOST_IN_RUN = 4_000;
/** So many objects tell whether they repeat: of those that do not, texts would be held for nothing. */
const TRIED = 500;
const LEAST_REPEATED = 0.1;

/** Texts of the objects of a field in a run. */
export class TextsOfRun {
  private readonly texts = new Map<unknown, Text>();
  private printed = 0;
  private repeated = 0;

  /** @param print a text that is not remembered */
  of(value: unknown, print: () => Text): Text {
    const known = this.texts.get(value);
    this.printed++;
    if (known !== undefined) {
      this.repeated++;
      return known;
    }
    const text = print();
    if (this.texts.size >= (this.isRepeating ? MOST_IN_RUN : TRIED)) this.texts.clear();
    this.texts.set(value, text);
    return text;
  }

  private get isRepeating(): boolean {
    return this.printed <= TRIED || this.repeated > LEAST_REPEATED * this.printed;
  }
}
