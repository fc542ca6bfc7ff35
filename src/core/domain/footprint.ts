import {
  addParts,
  type Component,
  type ComponentKind,
  group,
  NO_PARTS,
  type Parts,
  type ResourceReference,
  scaleComponent,
} from "./component";

/** What a resource emits in a period: its parts, the components that sum to them, and what a reader must know. */
export interface Footprint {
  readonly parts: Parts;
  readonly components: readonly Component[];
  readonly notes: readonly string[];
}

export const EMPTY_FOOTPRINT: Footprint = { parts: NO_PARTS, components: [], notes: [] };

export function footprintOf(components: readonly Component[], notes: readonly string[] = []): Footprint {
  const parts = components.length === 0 ? NO_PARTS : components.map((one) => one.parts).reduce(addParts);
  return { parts, components, notes };
}

export function scaleFootprint(footprint: Footprint, n: number): Footprint {
  return footprintOf(
    footprint.components.map((component) => scaleComponent(component, n)),
    footprint.notes,
  );
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
 * Consecutive stretches of one resource's life, added: components of the same name and kind become one,
 * each with the formulas of every stretch.
 */
export function joinStretches(stretches: readonly Footprint[]): Footprint {
  return footprintOf(
    mergeComponents(stretches.flatMap((stretch) => stretch.components)),
    unique(stretches.flatMap((stretch) => stretch.notes)),
  );
}

function mergeComponents(components: readonly Component[]): Component[] {
  const byIdentity = new Map<string, Component>();
  for (const component of components) {
    const identity = `${component.kind}/${component.name}`;
    const earlier = byIdentity.get(identity);
    byIdentity.set(identity, earlier === undefined ? component : mergePair(earlier, component));
  }
  return [...byIdentity.values()];
}

function mergePair(a: Component, b: Component): Component {
  return {
    ...a,
    parts: addParts(a.parts, b.parts),
    children: mergeComponents([...a.children, ...b.children]),
    contributions: [...a.contributions, ...b.contributions],
    workings: [...a.workings, ...b.workings],
  };
}

function unique(notes: readonly string[]): string[] {
  return [...new Set(notes)];
}
