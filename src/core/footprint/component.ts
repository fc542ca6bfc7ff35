import type { Calculation } from "../formulas";
import { addKnown, type Range, ZERO } from "../formulas";
import { addImpacts, type Criterion, type Impact, NO_IMPACT, type Stage } from "./impact";
import { BothImpacts } from "./lazy-impact";
import { mergeNotes, type Note, type Said, weighed } from "./note";

export const COMPONENT_KINDS = [
  "CPU",
  "GPU",
  "RAM",
  "STORAGE",
  "MOTHERBOARD",
  "POWER_SUPPLY",
  "CASE",
  "ASSEMBLY",
  "SERVER",
  "DATA_CENTRE",
  "NETWORK",
  "CROSS_FUNCTIONAL_IT",
  "STOCK",
  "NON_IT",
  "CONTROL_PLANE",
  "NODE",
  "POOL",
  "MODEL_STORAGE",
  "TOKENS",
] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

/** One formula's share of a component: which criterion it adds to, and in which stage. */
export interface Contribution {
  readonly criterion: Criterion;
  readonly stage: Stage;
  readonly calculation: Calculation;
}

export interface Stages {
  readonly manufacturing: Impact;
  readonly use: Impact;
}

/** The three headline parts, the last kept apart by stage: their sum is the total, by construction. */
export interface Parts {
  readonly manufacturing: Impact;
  readonly usage: Impact;
  readonly operational: Stages;
}

/** How much of one kind of capacity a resource reserves. */
export interface AllocationPart {
  readonly key: string;
  readonly reserved: number;
  readonly capacity: number;
  readonly unit: string;
  readonly share: number;
}

/** The share of a shared thing, with the parts that led to it. */
export interface Allocation {
  readonly rule: string;
  readonly share: number;
  readonly parts: readonly AllocationPart[];
}

/** Another product that a contribution leads to, by kind and specification. */
export interface ResourceReference {
  readonly kind: string;
  readonly spec: object;
}

/** One contribution to a footprint. A leaf carries its formulas; an inner node is the sum of its children. */
export interface Component {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly quantity: number;
  readonly allocation: Allocation | null;
  readonly resource: ResourceReference | null;
  /** How long one of `quantity` has the resource [h]; null: for the whole period. quantity × resource is the component. */
  readonly resourceHours: number | null;
  readonly parts: Parts;
  readonly children: readonly Component[];
  readonly contributions: readonly Contribution[];
  /** Formulas that explain an inner node and add nothing to it, such as the power charged. */
  readonly workings: readonly Calculation[];
  /** What a reader must know of it and of what is below it. */
  readonly notes: readonly Note[];
}

export const NO_PARTS: Parts = {
  manufacturing: NO_IMPACT,
  usage: NO_IMPACT,
  operational: { manufacturing: NO_IMPACT, use: NO_IMPACT },
};

interface LeafText {
  name: string;
  kind: ComponentKind;
  quantity?: number;
  allocation?: Allocation | null;
  /** What a reader must know of it. */
  notes?: readonly Said[];
}

interface Leaf extends LeafText {
  /** Equipment that runs the resource gives manufacturing and usage; everything cross-cutting is operational. */
  charged: "equipment" | "operational";
  contributions: readonly Contribution[];
  /** Criteria nobody can know here, such as the water of its use where no WUE is published. */
  unknown: ReadonlySet<Criterion>;
}

export function leaf(spec: Leaf): Component {
  const { contributions, unknown } = spec;
  const stages = stagesOf(contributions, unknown);
  const parts: Parts =
    spec.charged === "equipment"
      ? { ...NO_PARTS, manufacturing: stages.manufacturing, usage: stages.use }
      : { ...NO_PARTS, operational: stages };
  const notes = notesOn(parts, spec.notes);
  return component(spec, { parts, children: NONE, contributions, workings: NONE, notes });
}

/** A component that is the sum of its children and nothing else. */
export function group(
  spec: LeafText & { resource?: ResourceReference; resourceHours?: number },
  children: readonly Component[],
  workings: readonly Calculation[] = [],
): Component {
  const parts = sumParts(children);
  const notes = mergeNotes([notesOn(parts, spec.notes), ...children.map((child) => child.notes)]);
  return component(spec, { parts, children, contributions: NONE, workings, notes });
}

/** What is said of an amount, with what it weighs: all of the amount, or one stage of it. */
export function notesOn(parts: Parts, said: readonly Said[] = NONE): readonly Note[] {
  return weighed(said, (stage) => {
    const { manufacturing, usage, operational } = parts;
    const ofManufacturing = kg(manufacturing) + kg(operational.manufacturing);
    const ofUse = kg(usage) + kg(operational.use);
    if (stage === undefined) return ofManufacturing + ofUse;
    return stage === "use" ? ofUse : ofManufacturing;
  });
}

function kg({ kgCo2Equivalent }: Impact): number {
  return kgCo2Equivalent.expected;
}

export function sumParts(components: readonly Component[]): Parts {
  return components.length === 0 ? NO_PARTS : components.map(({ parts }) => parts).reduce(addParts);
}

export function addParts(a: Parts, b: Parts): Parts {
  return {
    manufacturing: addImpacts(a.manufacturing, b.manufacturing),
    usage: addImpacts(a.usage, b.usage),
    operational: {
      manufacturing: addImpacts(a.operational.manufacturing, b.operational.manufacturing),
      use: addImpacts(a.operational.use, b.operational.use),
    },
  };
}

/** By criterion when it is read, as the total is. */
export function operationalOf({ operational }: Parts): Impact {
  return new BothImpacts(operational.manufacturing, operational.use);
}

export function totalOf(parts: Parts): Impact {
  return new BothImpacts(new BothImpacts(parts.manufacturing, parts.usage), operationalOf(parts));
}

const NONE: readonly never[] = [];

/** All components have one shape, written out: they are made by the thousand. */
function component(
  {
    name,
    kind,
    quantity = 1,
    allocation = null,
    resource = null,
    resourceHours = null,
  }: LeafText & { resource?: ResourceReference | null; resourceHours?: number | null },
  {
    parts,
    children,
    contributions,
    workings,
    notes,
  }: Pick<Component, "parts" | "children" | "contributions" | "workings" | "notes">,
): Component {
  return {
    name,
    kind,
    quantity,
    allocation,
    resource,
    resourceHours,
    parts,
    children,
    contributions,
    workings,
    notes,
  };
}

function stagesOf(contributions: readonly Contribution[], unknown: ReadonlySet<Criterion>): Stages {
  const stages: Record<Stage, Record<Criterion, Range | null>> = {
    // The method has no cooling water in manufacturing, wherever the equipment runs.
    manufacturing: { ...unknownImpact(unknown), m3WaterUsage: ZERO },
    use: { ...unknownImpact(unknown) },
  };
  for (const { criterion, stage, calculation } of contributions) {
    const sums = stages[stage];
    sums[criterion] = addKnown(sums[criterion], calculation.range);
  }
  return stages as Record<Stage, Impact>;
}

/** Nothing in the criteria that can be known, null in the others. */
function unknownImpact(unknown: ReadonlySet<Criterion>): Impact {
  if (unknown.size === 0) return NO_IMPACT;
  const impact: Record<Criterion, Range | null> = { ...NO_IMPACT };
  for (const criterion of unknown) impact[criterion] = null;
  return impact as Impact;
}
