import type { PeriodFields } from "../../core/engine";
import { notInSum } from "../../estimates";
import { type Amount, type Amounts, byCriterion } from "../amounts";
import type { Parts, Portfolio, PortfolioLine, Subtotal } from "../answer";
import { isReadable, type PreparedLine, type PreparedPortfolio } from "../backend";
import { type Problem, problemOf } from "../failure";
import { type GraphClient, ofLine } from "./client";
import { PORTFOLIO } from "./documents";
import type { GraphPortfolio } from "./graph-answers";
import { inPortions } from "./in-portions";
import { duringOf, resourceInput } from "./inputs";
import { amountsOf, partsOf } from "./shown";
import { withoutRefused } from "./without-refused";

/** Batch after batch; sums of batches are added up. */
export async function portfolioOf(
  { lines, during, onProgress }: PreparedPortfolio,
  client: GraphClient,
): Promise<Portfolio> {
  const shown: PortfolioLine[] = [];
  const sum = new Sum();
  for await (const batch of lines) {
    const answers = await inPortions(batch, batch.length, (some) => answerTo(some, during, client));
    const found = answers.flatMap((answer) => answer.lines);
    for (const [index, line] of batch.entries())
      shown.push(lineOf(line, found[index] as GraphLine | Problem));
    for (const answer of answers) if (answer.sum !== null) sum.add(answer.sum, answer.failed);
    onProgress(shown.length);
  }
  const failed = shown.filter(({ error }) => error !== null).length;
  const isUnknown = failed > 0 && failed === shown.length;
  return {
    sum: isUnknown ? null : sum.whole(failed),
    lines: shown,
    failed,
    byProduct: sum.byProduct,
    byPlace: sum.byPlace,
  };
}

type GraphLine = GraphPortfolio["lines"]["items"][number];

interface BatchAnswer {
  /** For each line the answer, or why it could not be requested. */
  readonly lines: readonly (GraphLine | Problem)[];
  readonly sum: GraphPortfolio["sum"];
  /** How many lines failed among those that the sum is of. */
  readonly failed: number;
}

async function answerTo(
  batch: readonly PreparedLine[],
  during: PeriodFields,
  client: GraphClient,
): Promise<BatchAnswer> {
  const readable = batch.filter(({ prepared }) => isReadable(prepared));
  const { taken, answer, refused } = await withoutRefused(readable, (lines) =>
    client.ask<GraphPortfolio>(PORTFOLIO, { items: lines.map(itemOf), during: duringOf(during) }, "sum"),
  );
  const { lines, sum } = answer;
  const answers = new Map(taken.map((line, index) => [line, lines.items[index] as GraphLine]));
  return {
    lines: batch.map((line) => answers.get(line) ?? refused.get(line) ?? (line.prepared as Problem)),
    sum,
    failed: lines.items.filter(({ error }) => error !== null).length,
  };
}

function itemOf({ prepared, count, label }: PreparedLine): object {
  if (!isReadable(prepared)) throw new Error("a line that could not be read is none to ask for");
  const during = prepared.during === null ? {} : { during: duringOf(prepared.during) };
  return { resource: resourceInput(prepared), count, label, ...during };
}

function lineOf({ label, count }: PreparedLine, found: GraphLine | Problem): PortfolioLine {
  const unknown = { label, count, product: null, name: null, total: null };
  if ("code" in found) return { ...unknown, error: problemOf(found) };
  const { error, resource, footprint } = found;
  if (resource === null || footprint === null) return { ...unknown, error: ofLine(error as Problem) };
  return {
    ...unknown,
    product: resource.product.id,
    name: resource.name,
    total: amountsOf(footprint.total),
    error: null,
  };
}

/** What batches sum to. */
class Sum {
  private parts: Parts | null = null;
  private readonly notes = new Set<string>();
  private readonly products = new Map<string, Subtotal>();
  private readonly places = new Map<string, Subtotal>();

  add({ footprint, byProduct, byLocality }: NonNullable<GraphPortfolio["sum"]>, failed: number): void {
    const parts = partsOf(footprint);
    this.parts = this.parts === null ? parts : addedParts(this.parts, parts);
    // How many are left out is known at the end.
    for (const note of footprint.notes)
      if (failed === 0 || note !== notInSum(failed, "items")) this.notes.add(note);
    for (const one of byProduct)
      addTo(this.products, one.product.id, one.items, amountsOf(one.footprint.total));
    for (const one of byLocality)
      addTo(this.places, one.locality.name, one.items, amountsOf(one.footprint.total));
  }

  whole(failed: number): Portfolio["sum"] {
    const parts = this.parts ?? NOTHING;
    const leftOut = failed === 0 ? [] : [notInSum(failed, "items")];
    return { ...parts, notes: [...leftOut, ...this.notes] };
  }

  get byProduct(): Subtotal[] {
    return [...this.products.values()];
  }

  get byPlace(): Subtotal[] {
    return [...this.places.values()];
  }
}

function addTo(all: Map<string, Subtotal>, of: string, lines: number, total: Amounts): void {
  const before = all.get(of);
  all.set(
    of,
    before === undefined
      ? { of, lines, total }
      : { of, lines: before.lines + lines, total: added(before.total, total) },
  );
}

const ZERO = byCriterion((_criterion, unit) => ({ low: 0, expected: 0, high: 0, unit }));
const NOTHING: Parts = { total: ZERO, manufacturing: ZERO, usage: ZERO, operational: ZERO };

function addedParts(a: Parts, b: Parts): Parts {
  return {
    total: added(a.total, b.total),
    manufacturing: added(a.manufacturing, b.manufacturing),
    usage: added(a.usage, b.usage),
    operational: added(a.operational, b.operational),
  };
}

/** Unknown as soon as one is. */
function added(a: Amounts, b: Amounts): Amounts {
  return byCriterion((criterion, unit): Amount | null => {
    const [one, other] = [a[criterion], b[criterion]];
    if (one === null || other === null) return null;
    return {
      low: one.low + other.low,
      expected: one.expected + other.expected,
      high: one.high + other.high,
      unit,
    };
  });
}
