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
import { scaleComponent } from "./resizing";

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
  const scaled = new ScaledFootprint(footprint, exactly(n));
  return n === 0 ? withNotes(scaled, []) : scaled;
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
    private readonly n: Range,
  ) {
    this.parts = scaledParts(one.parts, n);
  }

  get notes(): readonly string[] {
    return this.one.notes;
  }

  get components(): readonly Component[] {
    this.made ??= this.one.components.map((component) => scaleComponent(component, this.n.expected));
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
  let merged: readonly Component[] | undefined;
  return {
    parts: summedParts(footprints),
    notes: eachNoteOnce(footprints),
    get components() {
      merged ??= mergeComponents(footprints.flatMap((one) => one.components));
      return merged;
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

function mergeComponents(components: readonly Component[]): Component[] {
  const byIdentity = new Map<string, Component[]>();
  for (const component of components) {
    const identity = `${component.kind}/${component.name}`;
    const alike = byIdentity.get(identity);
    if (alike === undefined) byIdentity.set(identity, [component]);
    else alike.push(component);
  }
  return [...byIdentity.values()].map(mergeAlike);
}

/**
 * What the components do not have in common, such as an allocation, is no property of their sum. What is below them, and what
 * explains them, is put together when it is opened.
 */
function mergeAlike(alike: readonly Component[]): Component {
  const first = alike[0] as Component;
  if (alike.length === 1) return first;
  const common = <T>(pick: (one: Component) => T): T | null => {
    const value = pick(first);
    return alike.every((one) => isSame(pick(one), value)) ? value : null;
  };
  return lazyComponent(
    {
      ...{ name: first.name, kind: first.kind },
      quantity: common((one) => one.quantity) ?? alike.reduce((sum, one) => sum + one.quantity, 0),
      allocation: common((one) => one.allocation),
      resource: common((one) => one.resource),
      parts: summedParts(alike),
    },
    {
      children: () => mergeComponents(alike.flatMap((one) => one.children)),
      contributions: () => alike.flatMap((one) => one.contributions),
      workings: () => alike.flatMap((one) => one.workings),
    },
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
