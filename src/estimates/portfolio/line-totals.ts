import type { ExplainableTotals, Footprint, Note, Period, Totals } from "../../core/footprint";

/** Where what is rarely read of a line comes from. */
export interface LineSources {
  /** Totals with the notes on their period. */
  noted(totals: Totals, period: Period): Totals;
  /** The explanation, with the same notes. */
  explain(line: Line): Promise<Footprint>;
}

/** What a line requests. */
export interface Line {
  readonly kind: string;
  readonly spec: object;
  readonly period: Period;
}

/** Totals of one line of thousands. Mostly only amounts are read: notes and explanation are computed when they are read. */
export class LineTotals implements ExplainableTotals, Line {
  private whole: Totals | undefined;
  private explained: Promise<Footprint> | undefined;

  constructor(
    readonly kind: string,
    readonly spec: object,
    readonly period: Period,
    private readonly totals: Totals,
    private readonly sources: LineSources,
  ) {}

  get parts() {
    return this.totals.parts;
  }

  get notes(): readonly Note[] {
    this.whole ??= this.sources.noted(this.totals, this.period);
    return this.whole.notes;
  }

  explain(): Promise<Footprint> {
    this.explained ??= this.sources.explain(this);
    return this.explained;
  }
}
