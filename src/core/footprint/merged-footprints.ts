import { checkTime, groupBy } from "../helpers";
import { type Component, derivedComponent } from "./components";
import type { Footprint } from "./footprint";
import { summedParts } from "./impacts";
import { mergeNotes, type Note } from "./notes";

/**
 * Footprints added: components of the same name and kind become one, each with the formulas of all.
 * Components are merged when they are read: a sum of thousands is often read as a total.
 */
export function sumFootprints(footprints: readonly Footprint[]): Footprint {
  return merged(
    footprints.map((footprint) => ({ footprint, weight: 1 })),
    sumOfQuantities,
  );
}

/** A footprint over a span of a period, and the share of the period that the span is, 0 to 1. */
export interface FootprintOfSpan {
  readonly footprint: Footprint;
  readonly share: number;
}

/** Footprints of one resource in the spans of a period: two nodes in each are two nodes, not four. */
export function joinFootprints(spans: readonly FootprintOfSpan[]): Footprint {
  return merged(
    spans.map(({ footprint, share }) => ({ footprint, weight: share })),
    meanOfQuantities,
  );
}

function merged(
  addends: readonly { readonly footprint: Footprint; readonly weight: number }[],
  merge: MergeQuantities,
): Footprint {
  const footprints = addends.map(({ footprint }) => footprint);
  let components: readonly Component[] | undefined;
  let notes: readonly Note[] | undefined;
  return {
    parts: summedParts(footprints),
    get notes() {
      notes ??= mergeNotes(footprints.map((one) => one.notes));
      return notes;
    },
    get components() {
      components ??= mergeComponents(addends.flatMap(weightedComponents), merge);
      return components;
    },
  };
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

/** Of spans of one period: the mean over time, while hours add up. */
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
  const byIdentity = groupBy(components, ({ component }) => `${component.kind}/${component.name}`);
  return [...byIdentity.values()].map((alike) => mergeAlike(alike, merge));
}

/**
 * What the components do not have in common, such as an allocation, is no property of their sum. What is below them, and what
 * explains them, is computed when it is read.
 */
function mergeAlike(weighted: readonly Weighted[], merge: MergeQuantities): Component {
  checkTime();
  const alike = weighted.map(({ component }) => component);
  const first = alike[0] as Component;
  if (alike.length === 1) return first;
  const common = <T>(pick: (one: Component) => T): T | null => {
    const value = pick(first);
    return alike.every((one) => isSame(pick(one), value)) ? value : null;
  };
  const childrenOf = ({ component, weight }: Weighted): Weighted[] =>
    component.children.map((child) => ({ component: child, weight }));
  return derivedComponent(
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
      notes: () => mergeNotes(alike.map((one) => one.notes)),
    },
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
