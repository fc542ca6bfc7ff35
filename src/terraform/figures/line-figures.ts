import type { Explainable } from "../../core/footprint";
import { type EngineSession, estimatePortfolio, type ItemError, type PortfolioItem } from "../../estimates";
import type { Accounted, Lacking, Line } from "../account/line";

/** One of a line: what it says, and what that emits. */
export interface LineFigure {
  /** The same for all lines that were computed of the same. */
  readonly key: string;
  /** What it was computed of: without what no figure needs and the product does not know. */
  readonly spec: Line["spec"];
  readonly footprint: Explainable;
}

export interface FigureOptions {
  /** How long the period is [h]. */
  readonly hours: number;
  /** Day whose factors are taken; null for today. */
  readonly asOf: Date | null;
  /** Called with a fault of ours, which a line then carries as an error. */
  readonly report: (cause: unknown) => void;
}

interface Asked {
  readonly key: string;
  readonly line: Line;
}

/** The figures of all lines of an inventory: what says the same is computed once. */
export class LineFigures {
  private constructor(
    private readonly byKey: ReadonlyMap<string, LineFigure | ItemError>,
    private readonly hours: number,
  ) {}

  static async of(
    sides: Iterable<Accounted | null>,
    session: EngineSession,
    options: FigureOptions,
  ): Promise<LineFigures> {
    const asked = new Map<string, Asked>();
    for (const side of sides) {
      for (const line of side?.lines ?? []) {
        const key = keyOf(line, options.hours);
        if (!asked.has(key)) asked.set(key, { key, line });
      }
    }
    const found = await answersTo([...asked.values()], session, options);
    // What no figure needs may be what the product does not know: a model, for example.
    const again = [...asked.values()].flatMap((one) => {
      const answer = found.get(one.key) as LineFigure | ItemError;
      const hint =
        "code" in answer ? one.line.hints.find((name) => answer.field === `input.${name}`) : undefined;
      if (hint === undefined) return [];
      const { [hint]: _unknown, ...spec } = one.line.spec;
      return [{ ...one, line: { ...one.line, spec } }];
    });
    const all =
      again.length === 0 ? found : new Map([...found, ...(await answersTo(again, session, options))]);
    return new LineFigures(all, options.hours);
  }

  /** The figure of one of a line, or why there is none. */
  one(line: Line): LineFigure | Lacking {
    const answer = this.byKey.get(keyOf(line, this.hours)) as LineFigure | ItemError;
    if (!("code" in answer)) return answer;
    const { message, suggestions } = answer;
    const reason = "REFUSED";
    // A message repeats the value that it is about.
    if (line.isSensitive) {
      return {
        part: line.part,
        reason,
        message: "A value that is sensitive is none that the product knows.",
        suggestions: [],
      };
    }
    return { part: line.part, reason, message, suggestions };
  }
}

async function answersTo(asked: readonly Asked[], session: EngineSession, options: FigureOptions) {
  const items = asked.map(({ line }) => itemOf(line, options));
  const { outcomes } = await estimatePortfolio(items, periodOf(options.hours, options), session, {
    mostItems: Number.POSITIVE_INFINITY,
    report: options.report,
  });
  return new Map(
    asked.map(({ key, line }, index): [string, LineFigure | ItemError] => {
      const outcome = outcomes[index] as (typeof outcomes)[number];
      if ("error" in outcome) return [key, outcome.error];
      const { spec } = line;
      return [key, { key: keyOf(line, options.hours), spec, footprint: outcome.footprint }];
    }),
  );
}

function itemOf({ kind, spec, hours }: Line, options: FigureOptions): PortfolioItem {
  const during = hours === null ? {} : { during: periodOf(Math.min(hours, options.hours), options) };
  return { count: 1, resource: { [kind]: spec }, ...during };
}

function periodOf(hours: number, { asOf }: FigureOptions) {
  return { hours, ...(asOf === null ? {} : { asOf }) };
}

function keyOf({ kind, spec, hours }: Line, whole: number): string {
  return JSON.stringify([kind, spec, Math.min(hours ?? whole, whole)]);
}
