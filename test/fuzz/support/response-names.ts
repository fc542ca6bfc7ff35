import type { Dice } from "./dice";
import { ODD_NAMES } from "./names";

/** A field as it is asked, but for what is selected of it. */
export interface Asked {
  readonly name: string;
  /** As they are written; empty where there are none. */
  readonly args: string;
  /** As the schema has it. */
  readonly type: string;
}

/**
 * The names of fields in an answer. Fields of one name, at one level, are the same field with the same arguments and of the
 * same type: so they can always be merged, whatever fragments they stand in.
 */
export class ResponseNames {
  private readonly taken: Map<string, string>[] = [];
  private next = 0;

  constructor(private readonly dice: Dice) {}

  /** The head of a field: its alias if it has one, its name and its arguments. */
  head(asked: Asked, level: number): string {
    const name = this.free(asked, level);
    return `${name === asked.name ? "" : `${name}: `}${asked.name}${asked.args}`;
  }

  private free(asked: Asked, level: number): string {
    const ofLevel = this.taken[level] ?? new Map<string, string>();
    this.taken[level] = ofLevel;
    const identity = `${asked.name}${asked.args} ${asked.type}`;
    const candidates = [this.dice.chance(15) ? this.dice.one(ODD_NAMES) : asked.name, asked.name];
    for (const name of candidates) {
      const owner = ofLevel.get(name);
      if (owner !== undefined && owner !== identity) continue;
      ofLevel.set(name, identity);
      return name;
    }
    this.next++;
    return `a${this.next}`;
  }
}
