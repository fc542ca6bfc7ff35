import type { FactorReader } from "../factors";
import type { Allocation, ComponentKind, ResourceReference, Said } from "../footprint";
import type { Calculation } from "../formulas";

/** Another product that is part of a composed one: how many of it, or which share. */
export interface Part {
  /** Name and kind of its component. */
  readonly name: string;
  readonly kind: ComponentKind;
  readonly resource: ResourceReference;
  /** Its specification as it was written, where that is not to the letter that of the resource: its notes tell of it. */
  readonly written?: object;
  /** How many [-]: a count, or a calculation such as a share, which explains itself in each formula of the part. */
  readonly times: number | Calculation;
  /** What runs the service for many is operational; other parts keep their manufacturing and usage, as equipment. */
  readonly isOperational?: boolean;
  /** Notes on it, besides those of its product. */
  readonly notes?: readonly Said[];
  /** All that is said of it is said under its name. */
  readonly isNamed?: boolean;
  /** A component that is put around it, and around all parts of the same one. */
  readonly group?: PartGroup;
  /** Which field of our input says what a field of its input says, where it is at fault: `{ type: "nodeType" }`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface PartGroup {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly allocation?: Allocation | null;
  readonly notes?: readonly Said[];
  /** A component around it, and around all groups and parts of the same one. */
  readonly group?: PartGroup;
}

/**
 * A part, or all parts within one outermost group, that many resources have so many times: nothing but its key and factors decides
 * on one of it. Its rate is computed once for all of them, and multiplied.
 */
export interface CommonParts {
  /** Which it is, among all of the product; there are few. */
  readonly key: string;
  /** Name of the component that it is: of the outermost group, or of the part. */
  readonly name: string;
  /** How many times it; above zero. */
  readonly times: number;
  /** So many times it. */
  readonly parts: (times: number, factors: FactorReader) => readonly Part[];
}

/** The parts of a product, and what a reader must know of them. */
export interface Parted {
  readonly parts: readonly (Part | CommonParts)[];
  readonly notes: readonly Said[];
  /** The parts are much alike, so that what is said of some of them alone is said with their names. */
  readonly areAlike?: boolean;
}
