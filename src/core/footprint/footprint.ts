import { exactly, type Range } from "../formulas";
import {
  type Component,
  type ComponentKind,
  group,
  NO_PARTS,
  type Parts,
  type ResourceReference,
  sumParts,
} from "./component";
import { isNoImpact } from "./impact";
import { lazyComponent } from "./lazy-component";
import { scaledParts, summedParts } from "./lazy-parts";
import { overPartOfTime, scaleComponent } from "./resizing";

/** What a resource emits in a period, and what a reader must know of it. */
export interface Totals {
  readonly parts: Parts;
  readonly notes: readonly string[];
}

/** Totals with the components that sum to them. */
export interface Footprint extends Totals {
  readonly components: readonly Component[];
}

export const EMPTY_FOOTPRINT: Footprint = { parts: NO_PARTS, components: [], notes: [] };

export function footprintOf(components: readonly Component[], notes: readonly string[] = []): Footprint {
  return { parts: sumParts(components), components, notes };
}

/** The same footprint with other notes; components that are made when they are asked for stay so. */
export function withNotes(footprint: Footprint, notes: readonly string[]): Footprint {
  return new NotedFootprint(footprint, notes);
}

class NotedFootprint implements Footprint {
  constructor(
    private readonly footprint: Footprint,
    readonly notes: readonly string[],
  ) {}

  get parts(): Parts {
    return this.footprint.parts;
  }

  get components(): readonly Component[] {
    return this.footprint.components;
  }
}

/** n times the footprint; none of it rests on no assumption, so that nothing is left to note. */
export function scaleFootprint(footprint: Footprint, n: number): Footprint {
  const scaled = new ScaledFootprint(footprint, exactly(n), (component) => scaleComponent(component, n));
  return n === 0 ? withNotes(scaled, []) : scaled;
}

/** The footprint of a resource that is had for a share of the period alone. */
export function partOfTime(footprint: Footprint, share: number): Footprint {
  return new ScaledFootprint(footprint, exactly(share), (component) => overPartOfTime(component, share));
}

/** Known to be zero in every criterion and part: no factor has a say in it. */
export function isNothing({ manufacturing, usage, operational }: Parts): boolean {
  return [manufacturing, usage, operational.manufacturing, operational.use].every(isNoImpact);
}

/** Its components are made when they are asked for: thousands of lines are mostly read as totals. */
class ScaledFootprint implements Footprint {
  readonly parts: Parts;
  private made: readonly Component[] | undefined;

  constructor(
    private readonly one: Footprint,
    n: Range,
    private readonly resize: (component: Component) => Component,
  ) {
    this.parts = scaledParts(one.parts, n);
  }

  get notes(): readonly string[] {
    return this.one.notes;
  }

  get components(): readonly Component[] {
    this.made ??= this.one.components.map(this.resize);
    return this.made;
  }
}

/** n of another resource as one component of a composed one, which leads to that resource. Equals n × its footprint. */
export function componentFrom(
  text: { name: string; kind: ComponentKind; quantity: number; resource: ResourceReference },
  one: Footprint,
): Component {
  const scaled = one.components.map((component) => scaleComponent(component, text.quantity));
  return group(text, scaled);
}

/**
 * Footprints added: components of the same name and kind become one, each with the formulas of all.
 * The components are merged when they are asked for: a sum of thousands is often read as a total.
 */
export function sumFootprints(footprints: readonly Footprint[]): Footprint {
  return merged(
    footprints.map((footprint) => ({ footprint, weight: 1 })),
    sumOfQuantities,
  );
}

/** A footprint over a stretch of a period, and the share of the period that it is, 0 to 1. */
export interface Stretch {
  readonly footprint: Footprint;
  readonly share: number;
}

/** Footprints of one resource in the stretches of a period: two nodes in each are two nodes, not four. */
export function joinFootprints(stretches: readonly Stretch[]): Footprint {
  return merged(
    stretches.map(({ footprint, share }) => ({ footprint, weight: share })),
    meanOfQuantities,
  );
}

function merged(
  addends: readonly { readonly footprint: Footprint; readonly weight: number }[],
  merge: MergeQuantities,
): Footprint {
  const footprints = addends.map(({ footprint }) => footprint);
  let components: readonly Component[] | undefined;
  return {
    parts: summedParts(footprints),
    notes: eachNoteOnce(footprints),
    get components() {
      components ??= mergeComponents(addends.flatMap(weightedComponents), merge);
      return components;
    },
  };
}

/** Every note of all of them, in the order of the first that has it. */
export function eachNoteOnce(all: readonly Totals[]): string[] {
  const lists = new Set<readonly string[]>();
  // Thousands of lines are of few configurations, which share their notes.
  for (const { notes } of all) lists.add(notes);
  return [...new Set([...lists].flat())];
}

interface Weighted {
  readonly component: Component;
  readonly weight: number;
}

/** Quantity and hours of a resource, of components that become one. */
type Quantities = Pick<Component, "quantity" | "resourceHours">;
type MergeQuantities = (alike: readonly Weighted[]) => Quantities;

function weightedComponents({ footprint, weight }: { footprint: Footprint; weight: number }): Weighted[] {
  return footprint.components.map((component) => ({ component, weight }));
}

/** Of lines: quantities add up, and one of them has its resource as long as it has on average. */
const sumOfQuantities: MergeQuantities = (alike) => {
  const quantity = sumOf(alike, ({ component }) => component.quantity);
  const hours = sumOf(alike, ({ component }) => component.quantity * (component.resourceHours ?? 0));
  const resourceHours = haveHours(alike) && quantity > 0 ? hours / quantity : null;
  return { quantity, resourceHours };
};

/** Of stretches of one period: the mean over time, while hours add up. */
const meanOfQuantities: MergeQuantities = (alike) => {
  const [{ component: first }] = alike as readonly [Weighted];
  const isSteady = alike.every(({ component }) => component.quantity === first.quantity);
  const quantity = isSteady
    ? first.quantity
    : sumOf(alike, ({ component, weight }) => weight * component.quantity);
  const hours = sumOf(alike, ({ component }) => component.resourceHours ?? 0);
  return { quantity, resourceHours: haveHours(alike) ? hours : null };
};

function haveHours(alike: readonly Weighted[]): boolean {
  return alike.every(({ component }) => component.resourceHours !== null);
}

function sumOf<T>(all: readonly T[], amountOf: (one: T) => number): number {
  return all.reduce((sum, one) => sum + amountOf(one), 0);
}

function mergeComponents(components: readonly Weighted[], merge: MergeQuantities): Component[] {
  const byIdentity = new Map<string, Weighted[]>();
  for (const one of components) {
    const identity = `${one.component.kind}/${one.component.name}`;
    const alike = byIdentity.get(identity);
    if (alike === undefined) byIdentity.set(identity, [one]);
    else alike.push(one);
  }
  return [...byIdentity.values()].map((alike) => mergeAlike(alike, merge));
}

/**
 * What the components do not have in common, such as an allocation, is no property of their sum. What is below them, and what
 * explains them, is put together when it is opened.
 */
function mergeAlike(weighted: readonly Weighted[], merge: MergeQuantities): Component {
  const alike = weighted.map(({ component }) => component);
  const first = alike[0] as Component;
  if (alike.length === 1) return first;
  const common = <T>(pick: (one: Component) => T): T | null => {
    const value = pick(first);
    return alike.every((one) => isSame(pick(one), value)) ? value : null;
  };
  const childrenOf = ({ component, weight }: Weighted): Weighted[] =>
    component.children.map((child) => ({ component: child, weight }));
  return lazyComponent(
    {
      ...{ name: first.name, kind: first.kind },
      ...merge(weighted),
      allocation: common((one) => one.allocation),
      resource: common((one) => one.resource),
      parts: summedParts(alike),
    },
    {
      children: () => mergeComponents(weighted.flatMap(childrenOf), merge),
      contributions: () => alike.flatMap((one) => one.contributions),
      workings: () => alike.flatMap((one) => one.workings),
    },
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
