import { type Explainable, explainableTotals, type Footprint, totalsOf } from "../../core/footprint";
import { HOURS_OF_A_MONTH, unique } from "../../core/helpers";
import { type ItemError, NO_DEADLINE, type PortfolioItem } from "../../estimates";
import type { CountedItem, FigurePeriod, FigureSource } from "../../terraform";
import { FootprintError, type Problem } from "../failure";
import { type GraphClient, NO_ANSWER } from "./client";
import { COMPONENTS, LINES, NOTES, PRODUCTS, ZONES } from "./documents";
import type { GraphComponents, GraphLines, GraphNotes, GraphProducts, GraphZones } from "./graph-answers";
import { inPortions } from "./in-portions";
import { dayText, duringOf } from "./inputs";
import { footprintFrom, totalsFrom } from "./rebuilt";
import { withoutRefused } from "./without-refused";

/** Lines of one request. */
const BATCH = 200;
/** Lines whose notes are asked for together, where a server takes so many: a portfolio has at most as many, unless it is set otherwise. */
const MOST_NOTED = 10_000;

/** Figures of a graph: lines are asked for, and what explains them where they are compared. */
export async function figuresThere(client: GraphClient, asOf: Date | null): Promise<FigureSource> {
  const [{ products }, { localities }] = await Promise.all([
    client.ask<GraphProducts>(PRODUCTS, {}),
    client.ask<GraphZones>(ZONES, {}),
  ]);
  const byKind = new Map(products.map((one) => [one.kind, one]));
  const explain = inTurn((item: PortfolioItem, period: FigurePeriod) => explained(item, period, client));
  return {
    today: dayText(asOf ?? new Date()),
    monthHours: HOURS_OF_A_MONTH,
    deadline: NO_DEADLINE,
    zonesOf: (region) => localities.flatMap((one) => (one.region === region ? [one.name] : [])),
    fieldsOf: (kind) => byKind.get(kind)?.fields ?? null,
    figures: async (items, period) => {
      const ask = (lines: typeof items) => figuresOf(lines, period, client, explain);
      return (await inPortions(items, BATCH, ask)).flat();
    },
    notesOn: async (items, period) => {
      const ask = (lines: typeof items) => notesOf(lines, period, client);
      return unique((await inPortions(items, MOST_NOTED, ask)).flat());
    },
  };
}

async function figuresOf(
  items: readonly PortfolioItem[],
  period: FigurePeriod,
  client: GraphClient,
  explain: Explain,
): Promise<(Explainable | ItemError)[]> {
  const { taken, answer, refused } = await withoutRefused(items, (sent) =>
    client.ask<GraphLines>(LINES, variablesOf(sent, period)),
  );
  const answers = new Map(taken.map((one, index) => [one, answer.portfolio.items[index]]));
  return items.map((one) => refused.get(one) ?? figureOf(answers.get(one), () => explain(one, period)));
}

function figureOf(
  answer: GraphLines["portfolio"]["items"][number] | undefined,
  explain: () => Promise<Footprint>,
): Explainable | ItemError {
  if (answer?.footprint == null) return told(answer?.error ?? null);
  const { parts } = totalsFrom(answer.footprint);
  return explainableTotals(
    totalsOf(parts, () => []),
    explain,
  );
}

type Explain = (item: PortfolioItem, period: FigurePeriod) => Promise<Footprint>;

/** One after the other: a server has so many requests of one client in work, and no more. */
function inTurn<Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) {
  let last: Promise<unknown> = Promise.resolve();
  return (...args: Args): Promise<T> => {
    const answer = last.then(() => ask(...args));
    last = answer.catch(() => undefined);
    return answer;
  };
}

async function explained(item: PortfolioItem, period: FigurePeriod, client: GraphClient): Promise<Footprint> {
  const { portfolio } = await client.ask<GraphComponents>(COMPONENTS, variablesOf([item], period));
  const [answer] = portfolio.items;
  if (answer?.footprint == null) throw new FootprintError(told(answer?.error ?? null));
  return footprintFrom(answer.footprint.components);
}

async function notesOf(
  items: readonly CountedItem[],
  period: FigurePeriod,
  client: GraphClient,
): Promise<readonly string[]> {
  const counted = items.map(({ item, times }) => ({ ...item, count: times.expected }));
  const { portfolio } = await client.ask<GraphNotes>(NOTES, variablesOf(counted, period));
  return portfolio.footprint.notes;
}

function variablesOf(items: readonly PortfolioItem[], period: FigurePeriod): object {
  const sent = items.map(({ during: own, ...item }) => ({
    ...item,
    ...(own == null ? {} : { during: duringOf(own) }),
  }));
  return { items: sent, during: duringOf(period) };
}

/** @throws FootprintError for a fault of the graph, which is none of a line */
function told(error: Problem | null): ItemError {
  if (error !== null && error.code !== NO_ANSWER.code) return error;
  throw new FootprintError(error ?? NO_ANSWER);
}
