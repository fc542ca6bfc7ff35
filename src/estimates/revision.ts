import { type PeriodFields, requireDay } from "../core/engine";
import { badInput } from "../core/errors";
import { dayOf, type Explainable, type Footprint, isExplained, sumExplainable } from "../core/footprint";
import { FootprintDifference } from "./footprint-difference";
import type { Computed, Outcome } from "./portfolio/distinct-item";
import type { ItemError } from "./portfolio/item-error";
import { ItemOutcomes } from "./portfolio/item-outcomes";
import {
  errorOfItem,
  failedLine,
  type PortfolioItem,
  type PortfolioOptions,
  requireRoom,
} from "./portfolio/portfolio-item";
import { unknownSum } from "./portfolio/unknown-sum";
import type { Deadline } from "./session/deadline";
import type { EngineSession } from "./session/engine-session";
import type { Scope } from "./session/session";
import { sideBySide } from "./session/side-by-side";

/** Explanations side by side: one takes some 20 kB, and that of a composed product up to twenty times as much. */
const MOST_SIDE_BY_SIDE = 256;

export interface RevisionRequest {
  readonly items: readonly PortfolioItem[];
  readonly from: Date;
  readonly to: Date;
  readonly during: PeriodFields | null | undefined;
}

/** A line that could not be computed on one of the two days. */
export interface RevisionGap {
  readonly label: string | null;
  /** ISO day whose factors do not lead to a figure. */
  readonly asOf: string;
  readonly error: ItemError;
}

/** The same resources with the factors of two days. */
export interface RevisionEstimate {
  readonly from: string;
  readonly to: string;
  readonly before: Footprint;
  readonly after: Footprint;
  /** What the revision of factors did. */
  readonly difference: FootprintDifference;
  /** In neither sum. */
  readonly leftOut: readonly RevisionGap[];
  /** The period of both, each with its day. */
  readonly scopes: { readonly before: Scope; readonly after: Scope };
}

/**
 * Computes the same resources with the factors of two days. A line that cannot be computed on both is in neither sum:
 * otherwise the difference would tell of the line and not of the factors.
 *
 * @throws DomainError BAD_USER_INPUT for too many items, a period that makes no sense, or one with a day of its own; the
 * error of {@link unknownSum} where no line can be computed.
 */
export async function estimateRevision(
  { items, from, to, during }: RevisionRequest,
  session: EngineSession,
  { report, mostItems }: PortfolioOptions,
): Promise<RevisionEstimate> {
  requireRoom(items, mostItems);
  refuseDay("during", during);
  items.forEach((item, index) => {
    refuseDay(`items.${index}.during`, item.during);
  });
  const outcomesAsOf = (field: "from" | "to", day: Date): Promise<Outcome[]> => {
    const pinned = session.asOf(requireDay(field, day), field);
    return new ItemOutcomes(pinned, pinned.period(during), report).of(items);
  };
  const [before, after] = await Promise.all([outcomesAsOf("from", from), outcomesAsOf("to", to)]);
  const leftOut = items.flatMap((item, index) => [
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
  const sumBefore = await explainedSum(before, inBoth, session.deadline);
  const sumAfter = await explainedSum(after, inBoth, session.deadline);
  return {
    from: dayOf(from),
    to: dayOf(to),
    before: sumBefore,
    after: sumAfter,
    difference: new FootprintDifference(sumBefore, sumAfter, session.deadline),
    leftOut,
    scopes: { before: { during: { ...during, asOf: from } }, after: { during: { ...during, asOf: to } } },
  };
}

function refuseDay(field: string, period: PeriodFields | null | undefined): void {
  if (period?.asOf == null) return;
  throw badInput(
    `${field}.asOf`,
    "A revision takes its two days from `from` and `to`: periods must not have asOf.",
  );
}

function isComputed(outcome: Outcome | undefined): outcome is Computed {
  return outcome !== undefined && "footprint" in outcome;
}

function errorOf(outcome: Outcome | undefined): ItemError | null {
  return outcome !== undefined && "error" in outcome ? outcome.error : null;
}

function gapOf(item: PortfolioItem, index: number, day: Date, outcome: Outcome | undefined): RevisionGap[] {
  const error = errorOf(outcome);
  if (error === null) return [];
  return [{ label: item.label ?? null, asOf: dayOf(day), error: errorOfItem(error, item, index) }];
}

/** Each line is explained once, before all are added up. */
async function explainedSum(
  outcomes: readonly Outcome[],
  isCounted: readonly boolean[],
  deadline: Deadline,
): Promise<Footprint> {
  const lines = outcomes.flatMap((outcome, index) =>
    isCounted[index] && isComputed(outcome) ? [outcome.footprint] : [],
  );
  const explain = (line: Explainable) => (isExplained(line) ? undefined : line.explain());
  await sideBySide(lines, explain, { most: MOST_SIDE_BY_SIDE, deadline });
  return sumExplainable(lines).explain();
}
