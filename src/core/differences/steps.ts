import { type Slot, VARIABLE } from "./tape";

/** What any tape is: single steps, each after those that it reads. */
export interface Steps {
  readonly operations: readonly number[];
  readonly lefts: readonly Slot[];
  readonly rights: readonly Slot[];
}

/** Steps of a tape that some results need, renumbered. */
export interface Program {
  /** Slots of the tape, in the order of the program. */
  readonly slots: readonly Slot[];
  readonly operations: Uint8Array;
  readonly lefts: Int32Array;
  readonly rights: Int32Array;
  /** Places of what changes of itself, and of what is computed. */
  readonly variables: readonly number[];
  readonly steps: Int32Array;
  placeOf(slot: Slot): number;
}

export function programOf(tape: Steps, results: readonly Slot[]): Program {
  const slots = readBy(tape, results);
  const places = new Map(slots.map((slot, index) => [slot, index]));
  const placeOf = (slot: Slot | undefined): number => places.get(slot as Slot) ?? 0;
  const operations = Uint8Array.from(slots, (slot) => tape.operations[slot] as number);
  const placesOf = (wanted: (operation: number) => boolean): number[] =>
    slots.map((_, index) => index).filter((index) => wanted(operations[index] as number));
  return {
    slots,
    operations,
    lefts: Int32Array.from(slots, (slot) => placeOf(tape.lefts[slot])),
    rights: Int32Array.from(slots, (slot) => placeOf(tape.rights[slot])),
    variables: placesOf((operation) => operation === VARIABLE),
    steps: Int32Array.from(placesOf((operation) => operation > VARIABLE)),
    placeOf,
  };
}

/** Every calculation behind the results, each after what it reads: a tape is written in that order. */
function readBy({ operations, lefts, rights }: Steps, results: readonly Slot[]): Slot[] {
  const found = new Set<Slot>();
  const open = [...results];
  for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
    if (found.has(slot)) continue;
    found.add(slot);
    if ((operations[slot] as number) > VARIABLE) open.push(lefts[slot] as Slot, rights[slot] as Slot);
  }
  return [...found].sort((x, y) => x - y);
}
