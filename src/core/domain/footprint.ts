import {
  addParts,
  type Component,
  type ComponentKind,
  group,
  NO_PARTS,
  type Parts,
  type ResourceReference,
  sumParts,
} from "./component";
import type { Impact } from "./impact";
import { ScaledImpact, SummedImpact } from "./lazy-impact";
import { exactly, type Range } from "./range";
import { scaleComponent } from "./resizing";

/** What a resource emits in a period: its parts, the components that sum to them, and what a reader must know. */
export interface Footprint {
  readonly parts: Parts;
  readonly components: readonly Component[];
  readonly notes: readonly string[];
}

export const EMPTY_FOOTPRINT: Footprint = { parts: NO_PARTS, components: [], notes: [] };

export function footprintOf(components: readonly Component[], notes: readonly string[] = []): Footprint {
  return { parts: sumParts(components), components, notes };
}

/** The same footprint with other notes; what of it is computed when it is asked for stays so. */
export function withNotes(footprint: Footprint, notes: readonly string[]): Footprint {
  return {
    notes,
    get parts() {
      return footprint.parts;
    },
    get components() {
      return footprint.components;
    },
  };
}

/** n times the footprint. */
export function scaleFootprint(footprint: Footprint, n: number): Footprint {
  return new ScaledFootprint(footprint, exactly(n));
}

/** Its components are made when they are asked for: thousands of lines are mostly read as totals. */
class ScaledFootprint implements Footprint {
  private made: readonly Component[] | undefined;

  constructor(
    private readonly one: Footprint,
    private readonly n: Range,
  ) {}

  get parts(): Parts {
    return new ScaledParts(this.one.parts, this.n);
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
    parts: footprints.length === 0 ? NO_PARTS : summedParts(footprints),
    notes: eachOnce(footprints.map((one) => one.notes)),
    get components() {
      merged ??= mergeComponents(footprints.flatMap((one) => one.components));
      return merged;
    },
  };
}

class ScaledParts implements Parts {
  constructor(
    private readonly parts: Parts,
    private readonly n: Range,
  ) {}

  get manufacturing(): Impact {
    return new ScaledImpact(this.parts.manufacturing, this.n);
  }

  get usage(): Impact {
    return new ScaledImpact(this.parts.usage, this.n);
  }

  get operational(): Parts["operational"] {
    const { manufacturing, use } = this.parts.operational;
    return {
      manufacturing: new ScaledImpact(manufacturing, this.n),
      use: new ScaledImpact(use, this.n),
    };
  }
}

function eachOnce(lists: readonly (readonly string[])[]): string[] {
  const seen = new Set<string>();
  let last: readonly string[] | undefined;
  for (const list of lists) {
    // Lines of one configuration follow each other, and share their notes.
    if (list !== last) for (const note of list) seen.add(note);
    last = list;
  }
  return [...seen];
}

function summedParts(footprints: readonly Footprint[]): Parts {
  const sum = (pick: (parts: Parts) => Impact): Impact =>
    new SummedImpact(footprints.map(({ parts }) => pick(parts)));
  return {
    manufacturing: sum((parts) => parts.manufacturing),
    usage: sum((parts) => parts.usage),
    operational: {
      manufacturing: sum((parts) => parts.operational.manufacturing),
      use: sum((parts) => parts.operational.use),
    },
  };
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

/** What the components do not have in common, such as an allocation, is no property of their sum. */
function mergeAlike(alike: readonly Component[]): Component {
  const first = alike[0] as Component;
  if (alike.length === 1) return first;
  const common = <T>(pick: (one: Component) => T): T | null => {
    const value = pick(first);
    return alike.every((one) => JSON.stringify(pick(one)) === JSON.stringify(value)) ? value : null;
  };
  return {
    ...first,
    quantity: common((one) => one.quantity) ?? alike.reduce((sum, one) => sum + one.quantity, 0),
    allocation: common((one) => one.allocation),
    resource: common((one) => one.resource),
    parts: alike.map((one) => one.parts).reduce(addParts),
    children: mergeComponents(alike.flatMap((one) => one.children)),
    contributions: alike.flatMap((one) => one.contributions),
    workings: alike.flatMap((one) => one.workings),
  };
}
