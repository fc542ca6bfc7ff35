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
import {
  type Footprint,
  hoursOf,
  isInterval,
  type Period,
  scaleFootprint,
  sumFootprints,
} from "../core/domain";
import type { RequestContext } from "./context";
import { chosenResource } from "./resource-input";

export const MOST_ITEMS = 10_000;

export interface ItemArgument {
  readonly label?: string | null;
  readonly count: number;
  readonly resource: object;
  readonly during?: PeriodArgument | null;
}

interface Computed {
  readonly resource: Resource;
  readonly footprint: Footprint;
}

type Outcome = Computed | { readonly error: ItemError };

/**
 * Computes many resources at once. A bad item carries its error and spoils no other; identical configurations
 * are computed once.
 *
 * @throws DomainError BAD_USER_INPUT for too many items or a period of the whole that makes no sense.
 */
export async function computePortfolio(
  items: readonly ItemArgument[],
  during: PeriodArgument | null | undefined,
  context: RequestContext,
): Promise<Portfolio> {
  if (items.length > MOST_ITEMS) {
    throw badInput("items", `A portfolio has at most ${MOST_ITEMS} items, got ${items.length}.`);
  }
  const whole = context.graph.period(during);
  const computer = new PortfolioComputer(context, whole);
  // All items are asked for before any is awaited, so that what they load is loaded in one batch.
  const outcomes = await Promise.all(items.map((item) => computer.outcomeOf(item)));
  return assemble(items, outcomes, context, whole);
}

class PortfolioComputer {
  private readonly units = new Map<string, Promise<Computed>>();

  constructor(
    private readonly context: RequestContext,
    private readonly whole: Period,
  ) {}

  async outcomeOf(item: ItemArgument): Promise<Outcome> {
    try {
      if (!Number.isFinite(item.count) || item.count < 0) {
        throw badInput("count", `count must be zero or more, got ${item.count}.`);
      }
      const { resource, footprint } = await this.unit(item);
      return { resource, footprint: item.count === 1 ? footprint : scaleFootprint(footprint, item.count) };
    } catch (error) {
      return { error: this.describe(error) };
    }
  }

  /** One of the resource; items that say the same share it. */
  private unit(item: ItemArgument): Promise<Computed> {
    const { kind, spec } = chosenResource(item.resource);
    const period = item.during == null ? this.whole : this.context.graph.period(item.during);
    const key = JSON.stringify([
      kind,
      spec,
      isInterval(period) ? [period.start, period.end] : hoursOf(period),
    ]);
    const known = this.units.get(key);
    if (known !== undefined) return known;
    const computed = this.compute(kind, spec, period);
    this.units.set(key, computed);
    return computed;
  }

  private async compute(kind: string, spec: object, period: Period): Promise<Computed> {
    const resource = this.context.graph.resource(kind, spec);
    return { resource, footprint: await this.context.graph.footprintIn(kind, spec, period) };
  }

  private describe(error: unknown): ItemError {
    if (error instanceof DomainError) {
      const { field = null, suggestions = [] } = error.details;
      return { code: error.code, message: error.message, field, suggestions };
    }
    this.context.report(error);
    return { code: "INTERNAL_SERVER_ERROR", message: "Internal server error", field: null, suggestions: [] };
  }
}

function assemble(
  items: readonly ItemArgument[],
  outcomes: readonly Outcome[],
  { graph }: RequestContext,
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
