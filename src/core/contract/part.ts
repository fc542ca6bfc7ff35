import type { Allocation, ComponentKind, ResourceReference, Said } from "../footprint";
import type { Value } from "../formulas";

/** Another product that a composed product is made of: how many of it, or which share. */
export interface Part {
  /** Name and kind of its component. */
  readonly name: string;
  readonly kind: ComponentKind;
  readonly resource: ResourceReference;
  /** How many [-]. A calculation, such as a share, explains itself in each formula of the part; a plain number is a count. */
  readonly times: Value;
  /** Equipment keeps its manufacturing and usage; what runs the service for many is operational. */
  readonly charged: "equipment" | "operational";
  /** What a reader must know of it, beside what its product says. */
  readonly notes?: readonly Said[];
  /** All that is said of it is said under its name. */
  readonly isNamed?: boolean;
  /** A component that is put around it, and around all parts of the same one. */
  readonly group?: PartGroup;
  /** Where our input says what its input says, by the paths of errors: `input.type` is our `nodeType`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface PartGroup {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly allocation?: Allocation;
  readonly notes?: readonly Said[];
}

/** What a product is made of, and what a reader must know of that. */
export interface Parted {
  readonly parts: readonly Part[];
  readonly notes: readonly Said[];
}
