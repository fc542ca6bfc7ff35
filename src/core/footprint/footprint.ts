import { exactly, type Range } from "../formulas";
import { type Component, notesOn, overPartOfTime, scaleComponent } from "./components";
import { type Parts, scaledParts, summedParts } from "./impacts";
import { mergeNotes, type Note, type Said, scaleNotes } from "./notes";

/** What a resource emits in a period, and what a reader must know of it. */
export interface Totals {
  readonly parts: Parts;
  readonly notes: readonly Note[];
}

/** What notes are read from, without the amounts. */
export type Noted = Pick<Totals, "notes">;

/** Totals with the components that sum to them. */
export interface Footprint extends Totals {
  readonly components: readonly Component[];
}

/** @param said notes on the whole, besides those of the components */
export function footprintOf(components: readonly Component[], said: readonly Said[] = []): Footprint {
  const parts = summedParts(components);
  const notes = mergeNotes([notesOn(parts, said), ...components.map((one) => one.notes)]);
  return { parts, components, notes };
}

/** The same with more notes. */
export function withMoreNotes(footprint: Footprint, more: readonly Note[]): Footprint {
  if (more.length === 0) return footprint;
  return withNotes(footprint, () => mergeNotes([footprint.notes, more]));
}

/** The same with other notes, which are put together when they are read, as components are. */
export function withNotes(footprint: Footprint, notes: () => readonly Note[]): Footprint;
export function withNotes(totals: Totals, notes: () => readonly Note[]): Totals;
export function withNotes(one: Totals | Footprint, notes: () => readonly Note[]): Totals {
  return "components" in one ? new FootprintWithNotes(one, notes) : totalsOf(one.parts, notes);
}

/** Notes are merged when they are read: of thousands of lines, mostly one amount is. */
export function totalsOf(parts: Parts, notes: () => readonly Note[]): Totals {
  return new TotalsWithNotes(parts, new NotesByFunction(notes));
}

/** The same of one of thousands: what tells its notes is one object, and no more. */
export function totalsWith(parts: Parts, noted: Noted): Totals {
  return new TotalsWithNotes(parts, noted);
}

/** What the notes of totals are made from, without the amounts. */
export function notedOf(totals: Totals): Noted {
  return totals instanceof TotalsWithNotes ? totals.noted : totals;
}

/** Notes that are put together when they are read, once. */
export abstract class NotesWhenRead {
  private derived: readonly Note[] | undefined;

  protected abstract derive(): readonly Note[];

  get notes(): readonly Note[] {
    this.derived ??= this.derive();
    return this.derived;
  }
}

class NotesByFunction extends NotesWhenRead {
  constructor(private readonly put: () => readonly Note[]) {
    super();
  }

  protected derive(): readonly Note[] {
    return this.put();
  }
}

class TotalsWithNotes implements Totals {
  constructor(
    readonly parts: Parts,
    readonly noted: Noted,
  ) {}

  get notes(): readonly Note[] {
    return this.noted.notes;
  }
}

class FootprintWithNotes extends TotalsWithNotes implements Footprint {
  constructor(
    private readonly footprint: Footprint,
    notes: () => readonly Note[],
  ) {
    super(footprint.parts, new NotesByFunction(notes));
  }

  get components(): readonly Component[] {
    return this.footprint.components;
  }
}

/** n times the footprint; none of it rests on no assumption, so that nothing is left to note. */
export function scaleFootprint(footprint: Footprint, n: number): Footprint {
  return new ScaledFootprint(footprint, exactly(n), (component) => scaleComponent(component, n));
}

/** The footprint of a resource that is had for a share of the period alone. */
export function partOfTime(footprint: Footprint, share: number): Footprint {
  return new ScaledFootprint(footprint, exactly(share), (component) => overPartOfTime(component, share));
}

/** Its components are computed when they are read: thousands of lines are mostly read as totals. */
class ScaledFootprint implements Footprint {
  readonly parts: Parts;
  private derived: readonly Component[] | undefined;

  constructor(
    private readonly one: Footprint,
    private readonly n: Range,
    private readonly resize: (component: Component) => Component,
  ) {
    this.parts = scaledParts(one.parts, n);
  }

  get notes(): readonly Note[] {
    return scaleNotes(this.one.notes, this.n.expected);
  }

  get components(): readonly Component[] {
    this.derived ??= this.one.components.map(this.resize);
    return this.derived;
  }
}
