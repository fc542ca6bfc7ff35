import { type Calculation, exactly, type Range } from "../formulas";
import { groupBy } from "../lang";
import { type Component, type ComponentKind, group, notesOn, type ResourceReference } from "./component";
import { lazyComponent } from "./lazy-component";
import { mergeNotes, type Note, type Said, scaleNotes } from "./note";
import { type Parts, scaledParts, summedParts } from "./parts";
import { overHours, overPartOfTime, scaleComponent, shareComponent } from "./resizing";

/** What a resource emits in a period, and what a reader must know of it. */
export interface Totals {
  readonly parts: Parts;
  readonly notes: readonly Note[];
}

/** Totals with the components that sum to them. */
export interface Footprint extends Totals {
  readonly components: readonly Component[];
}

/** @param said what a reader must know of the whole, beside what the components say of themselves */
export function footprintOf(components: readonly Component[], said: readonly Said[] = []): Footprint {
  const parts = summedParts(components);
  const notes = mergeNotes([notesOn(parts, said), ...components.map((one) => one.notes)]);
  return { parts, components, notes };
}

/** The same with more notes. */
export function withMoreNotes(footprint: Footprint, more: readonly Note[]): Footprint;
export function withMoreNotes(totals: Totals, more: readonly Note[]): Totals;
export function withMoreNotes(one: Totals | Footprint, more: readonly Note[]): Totals {
  if (more.length === 0) return one;
  const notes = (): readonly Note[] => mergeNotes([one.notes, more]);
  return "components" in one ? withNotes(one, notes) : totalsOf(one.parts, notes);
}

/** The same footprint with other notes; components that are made when they are asked for stay so. */
export function withNotes(footprint: Footprint, notes: () => readonly Note[]): Footprint {
  return new NotedFootprint(footprint, notes);
}

/** Notes are put together when they are read: of thousands of lines, mostly one amount is. */
export function totalsOf(parts: Parts, notes: () => readonly Note[]): Totals {
  return new NotedTotals(parts, notes);
}

class NotedTotals implements Totals {
  private made: readonly Note[] | undefined;

  constructor(
    readonly parts: Parts,
    private readonly make: () => readonly Note[],
  ) {}

  get notes(): readonly Note[] {
    this.made ??= this.make();
    return this.made;
  }
}

class NotedFootprint extends NotedTotals implements Footprint {
  constructor(
    private readonly footprint: Footprint,
    notes: () => readonly Note[],
  ) {
    super(footprint.parts, notes);
  }

  get components(): readonly Component[] {
    return this.footprint.components;
  }
}

/** n times the footprint; none of it rests on no assumption, so that nothing is left to note. */
export function scaleFootprint(footprint: Footprint, n: number): Footprint {
  return new ScaledFootprint(footprint, exactly(n), (component) => scaleComponent(component, n));
}

/** The footprint of a resource that is had for a share of the period alone. */
export function partOfTime(footprint: Footprint, share: number): Footprint {
  return new ScaledFootprint(footprint, exactly(share), (component) => overPartOfTime(component, share));
}

/** Its components are made when they are asked for: thousands of lines are mostly read as totals. */
class ScaledFootprint implements Footprint {
  readonly parts: Parts;
  private made: readonly Component[] | undefined;

  constructor(
    private readonly one: Footprint,
    private readonly n: Range,
    private readonly resize: (component: Component) => Component,
  ) {
    this.parts = scaledParts(one.parts, n);
  }

  get notes(): readonly Note[] {
    return scaleNotes(this.one.notes, this.n.expected);
  }

  get components(): readonly Component[] {
    this.made ??= this.one.components.map(this.resize);
    return this.made;
  }
}

interface ResourceText {
  name: string;
  kind: ComponentKind;
  resource: ResourceReference;
  /** What a reader must know of it, beside what the resource says of itself. */
  notes?: readonly Said[];
}

/** Another resource as one component of a composed one, which leads to that resource. */
export function wholeOf(text: ResourceText, one: Footprint): Component {
  return noted(group(text, one.components), text, one.notes);
}

/** n of another resource as one component of a composed one, which leads to that resource. Equals n × its footprint. */
export function componentFrom(text: ResourceText & { quantity: number }, one: Footprint): Component {
  const { quantity } = text;
  const scaled = one.components.map((component) => scaleComponent(component, quantity));
  return noted(group(text, scaled), text, scaleNotes(one.notes, quantity));
}

/** A share of another resource, or so many of it that the number is a calculation, as one component. */
export function shareFrom(text: ResourceText, one: Footprint, share: Calculation): Component {
  const quantity = share.range.expected;
  const shared = one.components.map((component) => shareComponent(component, share));
  return noted(group({ ...text, quantity }, shared), text, scaleNotes(one.notes, quantity));
}

/** An hour of another resource, over hours [h], as one component; `quantity` of something share the hours. */
export function hoursFrom(
  text: ResourceText & { quantity: number },
  oneHour: Footprint,
  hours: Calculation,
): Component {
  const { expected } = hours.range;
  const overTime = oneHour.components.map((component) => overHours(component, hours));
  const whole = group({ ...text, resourceHours: expected / text.quantity }, overTime, [hours]);
  return noted(whole, text, scaleNotes(oneHour.notes, expected));
}

/** What was said of the resource as a whole is said of the component, too. */
function noted(component: Component, { notes = [] }: ResourceText, ofResource: readonly Note[]): Component {
  return { ...component, notes: mergeNotes([notesOn(component.parts, notes), ofResource]) };
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
  const byIdentity = groupBy(components, ({ component }) => `${component.kind}/${component.name}`);
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
      notes: () => mergeNotes(alike.map((one) => one.notes)),
    },
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
