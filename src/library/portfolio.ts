import { type ExplainableTotals, sayNotes, totalOf } from "../core/footprint";
import { getOrInsert } from "../core/helpers";
import {
  type Subtotal as DomainSubtotal,
  type EngineSession,
  estimatePortfolio,
  type Outcome,
  PortfolioEstimate,
  type PortfolioItem,
} from "../estimates";
import { type Amounts, amountsOf } from "./amounts";
import type { Portfolio, PortfolioLine, Subtotal } from "./answer";
import { isReadable, type PreparedLine, type PreparedPortfolio } from "./backend";
import { problemOf } from "./failure";
import { partsOf } from "./shown";

/** Lines batch by batch, and their sum as if they had been one. */
export async function portfolioOf(
  { lines: batches, during, onProgress }: PreparedPortfolio,
  session: EngineSession,
): Promise<Portfolio> {
  const all: { items: PortfolioItem[]; outcomes: Outcome[]; lines: PortfolioLine[] } = {
    items: [],
    outcomes: [],
    lines: [],
  };
  for await (const batch of batches) {
    const outcomes = await outcomesOf(batch, session);
    const shown = new ShownLines(session);
    for (const [index, line] of batch.entries()) {
      const outcome = outcomes[index] as Outcome;
      all.items.push(itemOf(line));
      all.outcomes.push(outcome);
      all.lines.push(shown.line(line, outcome));
    }
    onProgress(all.lines.length);
  }
  const whole = new PortfolioEstimate(all.items, all.outcomes, session.within({ during }));
  const failed = all.lines.filter(({ error }) => error !== null).length;
  const isUnknown = failed > 0 && failed === all.lines.length;
  return {
    sum: isUnknown ? null : sumOf(whole.footprint),
    lines: all.lines,
    failed,
    byProduct: whole.byProduct().map((one) => subtotalOf(one, session.product(one.of).id)),
    byPlace: (await whole.byPlace()).map((one) => subtotalOf(one, one.of)),
  };
}

/** Each in the place of its line; those that could not be read have their error. */
async function outcomesOf(batch: readonly PreparedLine[], session: EngineSession): Promise<Outcome[]> {
  const readable = batch.filter(({ prepared }) => isReadable(prepared));
  const { outcomes } = await estimatePortfolio(readable.map(itemOf), null, session, {
    mostItems: readable.length,
    report: (cause) => {
      throw cause;
    },
  });
  const computed = outcomes[Symbol.iterator]();
  return batch.map(({ prepared }) =>
    isReadable(prepared) ? (computed.next().value as Outcome) : { error: prepared },
  );
}

function itemOf({ prepared, count, label }: PreparedLine): PortfolioItem {
  if (!isReadable(prepared)) return { resource: {}, count, label };
  const { product, input, during } = prepared;
  return { resource: { [product.kind]: input }, count, label, during };
}

/** Lines that say the same show the same amounts. */
class ShownLines {
  private readonly totals = new Map<Outcome, Amounts>();

  constructor(private readonly session: EngineSession) {}

  line({ label, count }: PreparedLine, outcome: Outcome): PortfolioLine {
    if ("error" in outcome) {
      const error = problemOf(outcome.error);
      return { label, count, product: null, name: null, total: null, error };
    }
    const { parts } = outcome.footprint;
    const total = getOrInsert(this.totals, outcome, () => amountsOf(totalOf(parts)));
    const product = this.session.product(outcome.kind).id;
    return { label, count, product, name: outcome.resource.name, total, error: null };
  }
}

function sumOf(footprint: ExplainableTotals): Portfolio["sum"] {
  return { ...partsOf(footprint.parts), notes: [...sayNotes(footprint)] };
}

function subtotalOf({ items, footprint }: DomainSubtotal, of: string): Subtotal {
  return { of, lines: items, total: amountsOf(totalOf(footprint.parts)) };
}
