import type { FactorReader } from "../factors";
import type { Allocation, ComponentKind, ResourceReference, Said } from "../footprint";
import type { Calculation } from "../formulas";

/** Another product that is part of a composed one: how many of it, or which share. */
export interface Part {
  /** Name and kind of its component. */
  readonly name: string;
  readonly kind: ComponentKind;
  readonly resource: ResourceReference;
  /** Its specification as written, if it differs from that of the resource: notes name the difference. */
  readonly written?: object;
  /** How many [-]: a count, or a calculation such as a share, which each formula of the part then shows. */
  readonly times: number | Calculation;
  /** What runs the service for many is operational; other parts keep their manufacturing and usage, as equipment. */
  readonly isOperational?: boolean;
  /** Notes on it, besides those of its product. */
  readonly notes?: readonly Said[];
  /** Its notes are printed with its name. */
  readonly isNamed?: boolean;
  /** The component that contains it, and all other parts with the same group. */
  readonly group?: PartGroup;
  /** For errors: which field of our input a field of its input comes from, for example `{ type: "nodeType" }`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface PartGroup {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly allocation?: Allocation | null;
  readonly notes?: readonly Said[];
  /** The component that contains it, and all other groups and parts within the same one. */
  readonly group?: PartGroup;
}

/**
 * A part, or all parts within one outermost group, that many resources have in different numbers, and which depends on nothing but its
 * key and the factors. Its rate is computed once for all of them, and multiplied.
 */
export interface CommonParts {
  /** Identifies it among all of the product, of which there are few. */
  readonly key: string;
  /** Name of the component that it is: of the outermost group, or of the part. */
  readonly name: string;
  /** How many of it, above zero. */
  readonly times: number;
  /** The parts of so many of it. */
  readonly parts: (times: number, factors: FactorReader) => readonly Part[];
}

/** The parts of a product, and notes on them. */
export interface Parted {
  readonly parts: readonly (Part | CommonParts)[];
  readonly notes: readonly Said[];
  /** The parts are similar, so a note on only some of them names them. */
  readonly areAlike?: boolean;
}
