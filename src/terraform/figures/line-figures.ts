import type { Explainable } from "../../core/footprint";
import type { ItemError, PortfolioItem } from "../../estimates";
import type { Accounted, Lacking, Line } from "../account/line";
import type { FigurePeriod, FigureSource } from "./source";

/** One of a line: what it says, and what that emits. */
export interface LineFigure {
  /** The same for all lines that were computed of the same. */
  readonly key: string;
  /** What it was computed of: without what no figure needs and the product does not know. */
  readonly spec: Line["spec"];
  readonly footprint: Explainable;
}

interface KeyedLine {
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
    source: FigureSource,
    period: FigurePeriod,
  ): Promise<LineFigures> {
    const lines = new Map<string, KeyedLine>();
    for (const side of sides) {
      for (const line of side?.lines ?? []) {
        const key = keyOf(line, period.hours);
        if (!lines.has(key)) lines.set(key, { key, line });
      }
    }
    const found = await answersTo([...lines.values()], source, period);
    // What no figure needs may be what the product does not know: a model, for example.
    const again = [...lines.values()].flatMap((one) => {
      const answer = found.get(one.key) as LineFigure | ItemError;
      const hint =
        "code" in answer
          ? one.line.hints.find((name) => answer.field?.split(".").at(-1) === name)
          : undefined;
      if (hint === undefined) return [];
      const { [hint]: _unknown, ...spec } = one.line.spec;
      return [{ ...one, line: { ...one.line, spec } }];
    });
    const all = again.length === 0 ? found : new Map([...found, ...(await answersTo(again, source, period))]);
    return new LineFigures(all, period.hours);
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

async function answersTo(lines: readonly KeyedLine[], source: FigureSource, period: FigurePeriod) {
  const answers = await source.figures(
    lines.map(({ line }) => itemOf(line, period)),
    period,
  );
  return new Map(
    lines.map(({ key, line }, index): [string, LineFigure | ItemError] => {
      const answer = answers[index] as (typeof answers)[number];
      if ("code" in answer) return [key, answer];
      return [key, { key: keyOf(line, period.hours), spec: line.spec, footprint: answer }];
    }),
  );
}

/** One of a line, as a portfolio has it. */
export function itemOf({ kind, spec, hours }: Line, { hours: whole, asOf }: FigurePeriod): PortfolioItem {
  const during = hours === null ? {} : { during: { hours: Math.min(hours, whole), asOf } };
  return { count: 1, resource: { [kind]: spec }, ...during };
}

function keyOf({ kind, spec, hours }: Line, whole: number): string {
  return JSON.stringify([kind, spec, Math.min(hours ?? whole, whole)]);
}
