import { type ItemError, type PeriodArgument, Revision, type RevisionGap } from "../../schema/types";
import { requireDay } from "../core/engine";
import { badInput } from "../core/errors";
import { dayOf, type Summarised, type Summary, sumSummarised } from "../core/footprint";
import type { RequestContext } from "./context";
import type { EngineGraph } from "./graph";
import { errorOfItem, failedLine, type Outcome, PortfolioComputer, requireRoom } from "./portfolio";
import type { ItemArgument } from "./resource-input";
import { unknownSum } from "./unknown-sum";

export interface RevisionRequest {
  readonly items: readonly ItemArgument[];
  readonly from: Date;
  readonly to: Date;
  readonly during: PeriodArgument | null | undefined;
}

/**
 * Computes the same resources with the factors of two days. A line that cannot be computed on both is in neither sum:
 * otherwise the difference would tell of the line and not of the factors.
 *
 * @throws DomainError BAD_USER_INPUT for too many items, a period that makes no sense, or one with a day of its own; the
 * error of the first line where none can be computed.
 */
export async function revise(
  { items, from, to, during }: RevisionRequest,
  graph: EngineGraph,
  { report, limits }: Pick<RequestContext, "report" | "limits">,
): Promise<Revision> {
  requireRoom(items, limits.items);
  refuseDay("during", during);
  items.forEach((item, index) => {
    refuseDay(`items[${index}].during`, item.during);
  });
  const [before, after] = await Promise.all([
    outcomesAsOf("from", from, items, during, graph, report),
    outcomesAsOf("to", to, items, during, graph, report),
  ]);
  const gaps = items.flatMap((item, index) => [
    ...gapOf(item, index, from, before[index]),
    ...gapOf(item, index, to, after[index]),
  ]);
  const inBoth = items.map((_, index) => isComputed(before[index]) && isComputed(after[index]));
  if (items.length > 0 && !inBoth.includes(true)) {
    throw unknownSum(
      "items",
      items.flatMap((item, index) => {
        const error = errorOf(before[index]) ?? errorOf(after[index]);
        return error === null ? [] : [failedLine(error, item, index)];
      }),
    );
  }
  const [sumBefore, sumAfter] = await Promise.all([
    sumOf(before, inBoth).open(),
    sumOf(after, inBoth).open(),
  ]);
  return new Revision({
    from: dayOf(from),
    to: dayOf(to),
    before: sumBefore,
    after: sumAfter,
    leftOut: gaps,
    scopes: { before: { during: { ...during, asOf: from } }, after: { during: { ...during, asOf: to } } },
  });
}

function refuseDay(field: string, period: PeriodArgument | null | undefined): void {
  if (period?.asOf == null) return;
  throw badInput(`${field}.asOf`, "A revision names its two days by from and to: its periods have none.");
}

function outcomesAsOf(
  field: "from" | "to",
  day: Date,
  items: readonly ItemArgument[],
  during: PeriodArgument | null | undefined,
  graph: EngineGraph,
  report: RequestContext["report"],
): Promise<Outcome[]> {
  const pinned = graph.asOf(requireDay(field, day), field);
  return new PortfolioComputer(pinned, pinned.period(during), report).outcomesOf(items);
}

function isComputed(outcome: Outcome | undefined): outcome is Extract<Outcome, { footprint: Summarised }> {
  return outcome !== undefined && "footprint" in outcome;
}

function errorOf(outcome: Outcome | undefined): ItemError | null {
  return outcome !== undefined && "error" in outcome ? outcome.error : null;
}

function gapOf(item: ItemArgument, index: number, day: Date, outcome: Outcome | undefined): RevisionGap[] {
  const error = errorOf(outcome);
  if (error === null) return [];
  return [{ label: item.label ?? null, asOf: dayOf(day), error: errorOfItem(error, item, index) }];
}

function sumOf(outcomes: readonly Outcome[], isCounted: readonly boolean[]): Summary {
  return sumSummarised(
    outcomes.flatMap((outcome, index) =>
      isCounted[index] && isComputed(outcome) ? [outcome.footprint] : [],
    ),
  );
}
