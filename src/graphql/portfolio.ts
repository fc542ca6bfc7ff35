import {
  Footprint as FootprintType,
  type ItemError,
  Locality,
  type LocalityTotal,
  type PeriodArgument,
  type Portfolio,
  type PortfolioItem,
  type ProductTotal,
  type Resource,
} from "../../schema/types";
import { badInput, DomainError } from "../core/contract";
import { type Footprint, type Period, scaleFootprint, sumFootprints } from "../core/domain";
import type { RequestContext } from "./context";
import { itemError } from "./errors";
import type { EngineGraph } from "./graph";
import { DEFAULT_LIMITS } from "./limits";
import { chosenResource, type ItemArgument } from "./resource-input";

export const MOST_ITEMS = DEFAULT_LIMITS.items;
/** How many are asked for at a stretch before others have their turn. */
const STRETCH = 500;

interface Computed {
  readonly resource: Resource;
  readonly footprint: Footprint;
}

export type Outcome = Computed | { readonly error: ItemError };

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
  const outcomes = await new PortfolioComputer(graph, whole, report).outcomesOf(items);
  return assemble(items, outcomes, graph, whole);
}

/** @throws DomainError BAD_USER_INPUT for too many items. */
export function requireRoom(items: readonly unknown[], most: number = MOST_ITEMS): void {
  if (items.length > most) {
    throw badInput("items", `A portfolio has at most ${most} items, got ${items.length}.`);
  }
}

/** Computes items one by one, so that each has an outcome of its own. */
export class PortfolioComputer {
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
      outcomes.push(...(await Promise.all(stretch.map((item) => this.outcomeOf(item)))));
    }
    return outcomes;
  }

  private async outcomeOf(item: ItemArgument): Promise<Outcome> {
    try {
      if (!Number.isFinite(item.count) || item.count < 0) {
        throw badInput("count", `count must be zero or more, got ${item.count}.`);
      }
      const { kind, spec } = chosenResource(item.resource);
      const period = item.during == null ? this.whole : this.graph.period(item.during);
      const resource = this.graph.resource(kind, spec);
      const footprint = await this.graph.footprintIn(kind, spec, period);
      return { resource, footprint: item.count === 1 ? footprint : scaleFootprint(footprint, item.count) };
    } catch (error) {
      return { error: this.describe(error) };
    }
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
  whole: Period,
): Portfolio {
  const computed = outcomes.filter((outcome) => "footprint" in outcome);
  const sum = sumFootprints(computed.map(({ footprint }) => footprint));
  const notes = [...sum.notes, ...leftOut(outcomes.length - computed.length), ...graph.notesOn(whole)];
  return {
    footprint: new FootprintType(withNotes(sum, notes)),
    items: items.map((item, index) => portfolioItem(item, outcomes[index] as Outcome)),
    byProduct: totalsBy(computed, ({ resource }) => resource.kind).map(
      ([kind, total]): ProductTotal => ({ product: graph.product(kind), ...total }),
    ),
    byLocality: totalsBy(computed, ({ resource }) => resource.placeName).map(
      ([place, total]): LocalityTotal => ({ locality: new Locality(graph.place(place)), ...total }),
    ),
  };
}

function portfolioItem({ label, count }: ItemArgument, outcome: Outcome): PortfolioItem {
  const item = { label: label ?? null, count };
  if ("error" in outcome) return { ...item, resource: null, footprint: null, error: outcome.error };
  return {
    ...item,
    resource: outcome.resource,
    footprint: new FootprintType(outcome.footprint),
    error: null,
  };
}

function totalsBy(
  computed: readonly Computed[],
  keyOf: (one: Computed) => string,
): [string, { items: number; footprint: FootprintType }][] {
  const groups = new Map<string, Footprint[]>();
  for (const one of computed) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one.footprint]);
    else group.push(one.footprint);
  }
  return [...groups].map(([key, footprints]) => [
    key,
    { items: footprints.length, footprint: new FootprintType(sumFootprints(footprints)) },
  ]);
}

function leftOut(count: number): string[] {
  return count === 0 ? [] : [`${count} of the items could not be computed and are not in the sum.`];
}

/** Keeps the components of a sum unmerged until they are asked for. */
function withNotes(sum: Footprint, notes: readonly string[]): Footprint {
  return {
    parts: sum.parts,
    notes,
    get components() {
      return sum.components;
    },
  };
}
