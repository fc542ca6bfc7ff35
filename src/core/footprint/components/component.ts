import type { Calculation } from "../../formulas";
import { memo } from "../../helpers";
import {
  addRange,
  type Charged,
  CRITERIA,
  type Criterion,
  HEADLINE,
  type Impact,
  type Parts,
  partsOf,
  placeOf,
  type Stage,
  setUnknown,
  stagesOf,
  summedParts,
} from "../impacts";
import { mergeNotes, type Note, type Said, weighed } from "../notes";

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

interface LeafText {
  name: string;
  kind: ComponentKind;
  quantity?: number;
  allocation?: Allocation | null;
  /** What a reader must know of it. */
  notes?: readonly Said[];
}

interface Leaf extends LeafText {
  charged: Charged;
  contributions: readonly Contribution[];
  /** Criteria that are unknown here, such as the water of its use where no WUE is published. */
  unknown: ReadonlySet<Criterion>;
}

export function leaf(spec: Leaf): Component {
  const parts = partsOfLeaf(spec);
  const { contributions } = spec;
  const notes = notesOn(parts, spec.notes);
  return component(spec, { parts, children: NONE, contributions, workings: NONE, notes });
}

function partsOfLeaf({ name, charged, contributions, unknown }: Leaf): Parts {
  return partsOf(charged, (amounts, at) => {
    for (const { field, isOfUseAlone } of CRITERIA) {
      if (!unknown.has(field)) continue;
      setUnknown(amounts, at("use") + placeOf(field));
      if (!isOfUseAlone) setUnknown(amounts, at("manufacturing") + placeOf(field));
    }
    for (const { criterion, stage, calculation } of contributions) {
      requireNumber(name, criterion, calculation);
      addRange(amounts, at(stage) + placeOf(criterion), calculation.range);
    }
  });
}

const CAN_BE_UNKNOWN = new Set<Criterion>(
  CRITERIA.flatMap((row) => (row.unknown === null ? [] : [row.field])),
);

/** What is no number reads as unknown, which a fault of a formula must not. */
function requireNumber(name: string, criterion: Criterion, { range, formula }: Calculation): void {
  if (!CAN_BE_UNKNOWN.has(criterion) || !Number.isNaN(range.low + range.expected + range.high)) return;
  throw new RangeError(`${criterion} of "${name}" is no number by the formula "${formula.label}"`);
}

/** A component that is the sum of its children. */
export function group(
  spec: LeafText & { resource?: ResourceReference; resourceHours?: number },
  children: readonly Component[],
  workings: readonly Calculation[] = [],
): Component {
  const parts = summedParts(children);
  const notes = mergeNotes([notesOn(parts, spec.notes), ...children.map((child) => child.notes)]);
  return component(spec, { parts, children, contributions: NONE, workings, notes });
}

/** What is said of an amount, with what it weighs: all of the amount, or one stage of it. */
export function notesOn(parts: Parts, said: readonly Said[] = NONE): readonly Note[] {
  if (said.length === 0) return NONE;
  const kg = (impact: Impact): number => impact[HEADLINE].expected;
  const { manufacturing, use } = stagesOf(parts);
  return weighed(said, (stage) => {
    if (stage === undefined) return kg(manufacturing) + kg(use);
    return kg(stage === "use" ? use : manufacturing);
  });
}

const NONE: readonly never[] = [];

/** All components have one shape, written out: there are thousands of them. */
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

type Derived = "children" | "contributions" | "workings" | "notes";

/**
 * A component whose inner parts are computed when they are first read, and remembered: a portfolio of thousands is mostly read
 * as a total. They are properties of its own, so that a copy of it has them too.
 */
export function derivedComponent(
  known: Omit<Component, Derived>,
  derive: { readonly [part in Derived]: () => Component[part] },
): Component {
  const [children, contributions, workings, notes] = [
    memo(derive.children),
    memo(derive.contributions),
    memo(derive.workings),
    memo(derive.notes),
  ];
  const { name, kind, quantity, allocation, resource, resourceHours, parts } = known;
  return {
    ...{ name, kind, quantity, allocation, resource, resourceHours, parts },
    get children() {
      return children();
    },
    get contributions() {
      return contributions();
    },
    get workings() {
      return workings();
    },
    get notes() {
      return notes();
    },
  };
}
