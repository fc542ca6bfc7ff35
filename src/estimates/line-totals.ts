import {
  type ExplainableTotals,
  type Footprint,
  type Note,
  type Totals,
  withMoreNotes,
} from "../core/footprint";

/** Where what is rarely read of a line comes from. */
export interface LineSources {
  /** What is noted of its period. */
  notes(): readonly Note[];
  explain(): Promise<Footprint>;
}

/** Totals of one line of thousands, of which mostly the amounts are read: notes and explanation are made when they are. */
export class LineTotals implements ExplainableTotals {
  private whole: Totals | undefined;
  private explained: Promise<Footprint> | undefined;

  constructor(
    private readonly totals: Totals,
    private readonly sources: LineSources,
  ) {}

  get parts() {
    return this.totals.parts;
  }

  get notes(): readonly Note[] {
    this.whole ??= withMoreNotes(this.totals, this.sources.notes());
    return this.whole.notes;
  }

  explain(): Promise<Footprint> {
    this.explained ??= this.sources
      .explain()
      .then((footprint) => withMoreNotes(footprint, this.sources.notes()));
    return this.explained;
  }
}
