import {
  Footprint as FootprintType,
  type ItemError,
  Locality,
  type LocalityTotal,
  type PeriodArgument,
  Portfolio,
  type PortfolioItem,
  type ProductTotal,
} from "../../schema/types";
import { badInput, DomainError } from "../core/errors";
import {
  missing,
  type Note,
  type Period,
  type Summarised,
  sumSummarised,
  unweighed,
} from "../core/footprint";
import type { RequestContext } from "./context";
import { itemError } from "./errors";
import type { EngineGraph } from "./graph";
import { DEFAULT_LIMITS } from "./limits";
import { type Computed, type Outcome, Unit } from "./portfolio-unit";
import { chosenResource, type ItemArgument } from "./resource-input";
import { type FailedLine, unknownSum } from "./unknown-sum";

export const MOST_ITEMS = DEFAULT_LIMITS.items;
/** How many are asked for at a stretch before others have their turn. */
const STRETCH = 500;

export type { Outcome };

/**
 * Computes many resources at once. A bad item carries its error and spoils no other; identical configurations
 * are computed once.
 *
 * @throws DomainError BAD_USER_INPUT for too many items or a period of the whole that makes no sense.
 */
export async function computePortfolio(
  items: readonly ItemArgument[],
  during: PeriodArgument | null | undefined,
  graph: EngineGraph,
  { report, limits }: Pick<RequestContext, "report" | "limits">,
): Promise<Portfolio> {
  requireRoom(items, limits.items);
  const whole = graph.period(during);
  // The day that the whole is pinned to holds for its lines, whatever the query is pinned to.
  const below = graph.within({ during: during ?? undefined });
  const outcomes = await new PortfolioComputer(below, whole, report).outcomesOf(items);
  return assemble(items, outcomes, graph);
}

/** @throws DomainError BAD_USER_INPUT for too many items. */
export function requireRoom(items: readonly unknown[], most: number): void {
  if (items.length > most) {
    throw badInput("items", `A portfolio has at most ${most} items, got ${items.length}.`);
  }
}

/** Computes items one by one, so that each has an outcome of its own. */
export class PortfolioComputer {
  private readonly units = new Map<string, Unit>();

  constructor(
    private readonly graph: EngineGraph,
    private readonly whole: Period,
    private readonly report: RequestContext["report"],
  ) {}

  /**
   * The items of a stretch are asked for before any is awaited, so that what they load is loaded in one batch. Between
   * stretches other requests have their turn, and the deadline its say.
   */
  async outcomesOf(items: readonly ItemArgument[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let start = 0; start < items.length; start += STRETCH) {
      if (start > 0) await this.graph.deadline.pause();
      const stretch = items.slice(start, start + STRETCH);
      const units = stretch.map((item) => this.unitOf(item));
      await Promise.all(units.map(({ computing }) => computing).filter((one) => one !== undefined));
      stretch.forEach(({ count }, index) => {
        outcomes.push((units[index] as Unit).times(count));
      });
    }
    return outcomes;
  }

  /** Thousands of lines are of few configurations: each is checked and computed once. */
  private unitOf({ resource, during }: ItemArgument): Unit {
    // Inputs have their fields in the order of the schema, so that their text tells them apart.
    const key = JSON.stringify(during == null ? resource : [resource, during]);
    let unit = this.units.get(key);
    if (unit === undefined) {
      unit = new Unit(
        () => this.compute(resource, during),
        (error) => this.describe(error),
      );
      this.units.set(key, unit);
    }
    return unit;
  }

  private compute(input: object, during: PeriodArgument | null | undefined): Computed | Promise<Computed> {
    const { kind, spec } = chosenResource(input);
    const period = during == null ? this.whole : this.graph.period(during);
    const resource = this.graph.resource(kind, spec);
    const summary = this.graph.summaryIn(kind, spec, period);
    if (!(summary instanceof Promise)) return { resource, footprint: summary };
    return summary.then((footprint) => ({ resource, footprint }));
  }

  private describe(error: unknown): ItemError {
    if (error instanceof DomainError) return itemError(error);
    this.report(error);
    return { code: "INTERNAL_SERVER_ERROR", message: "Internal server error", field: null, suggestions: [] };
  }
}

function assemble(
  items: readonly ItemArgument[],
  outcomes: readonly Outcome[],
  graph: EngineGraph,
): Portfolio {
  const computed = outcomes.filter((outcome) => "footprint" in outcome);
  const failed = outcomes.flatMap((outcome, index) =>
    "error" in outcome ? [failedLine(outcome.error, items[index] as ItemArgument, index)] : [],
  );
  const sum = sumSummarised(
    computed.map(({ footprint }) => footprint),
    leftOut(outcomes.length - computed.length),
  );
  return new Portfolio({
    footprint: () => {
      // Nothing was asked of an empty portfolio; of one that has lines, nothing is known.
      if (computed.length === 0 && failed.length > 0) throw unknownSum("items", failed);
      return new FootprintType(sum);
    },
    // Frozen: nothing in it is still to come.
    items: Object.freeze(items.map((item, index) => portfolioItem(item, index, outcomes[index] as Outcome))),
    scopeOfItem: items.some(({ during }) => during != null)
      ? (index) => ({ during: items[index]?.during })
      : null,
    byProduct: () =>
      totalsBy(computed, ({ resource }) => resource.kind).map(
        ([kind, total]): ProductTotal => ({ product: graph.product(kind), ...total }),
      ),
    byLocality: async () => {
      const placed = await Promise.all(
        computed.map(async (one) => ({ ...one, place: await one.resource.placeIn(graph) })),
      );
      return totalsBy(placed, ({ place }) => place).map(
        ([place, total]): LocalityTotal => ({ locality: new Locality(graph.place(place)), ...total }),
      );
    },
  });
}

function portfolioItem(item: ItemArgument, index: number, outcome: Outcome): PortfolioItem {
  const { label = null, count } = item;
  if ("error" in outcome) {
    const error = errorOfItem(outcome.error, item, index);
    return { label, count, resource: null, footprint: null, error };
  }
  return { label, count, resource: outcome.resource, footprint: outcome.shown, error: null };
}

/** Equal lines share one error. Whether it is of the line's own period or of that of the whole, its field says. */
export function errorOfItem(error: ItemError, { during }: ItemArgument, index: number): ItemError {
  const isOfOwnPeriod = during != null && error.field?.startsWith("during");
  return isOfOwnPeriod ? { ...error, field: `items[${index}].${error.field}` } : error;
}

export function failedLine(error: ItemError, item: ItemArgument, index: number): FailedLine {
  return { at: `items[${index}]`, error: errorOfItem(error, item, index) };
}

function totalsBy<T extends Computed>(
  computed: readonly T[],
  keyOf: (one: T) => string,
): [string, { items: number; footprint: FootprintType }][] {
  const groups = new Map<string, Summarised[]>();
  for (const one of computed) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one.footprint]);
    else group.push(one.footprint);
  }
  return [...groups].map(([key, footprints]) => [
    key,
    { items: footprints.length, footprint: new FootprintType(sumSummarised(footprints)) },
  ]);
}

function leftOut(count: number): readonly Note[] {
  if (count === 0) return [];
  return unweighed(missing(`${count} of the items could not be computed and are not in the sum.`));
}
