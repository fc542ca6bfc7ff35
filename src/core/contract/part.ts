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
  /** What a reader must know of it, beside what its product says. */
  readonly notes?: readonly Said[];
  /** All that is said of it is said under its name. */
  readonly isNamed?: boolean;
  /** A component that is put around it, and around all parts of the same one. */
  readonly group?: PartGroup;
  /** Which field of our input says what a field of its input says, where it is at fault: `{ type: "nodeType" }`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface PartGroup {
  /**
   * Which one it is among all of its product, where the same group is part of many resources: its parts are the same then but for
   * what factors decide on, and so is their rate, which is computed once for all.
   */
  readonly key?: string;
  readonly name: string;
  readonly kind: ComponentKind;
  readonly allocation?: Allocation | null;
  readonly notes?: readonly Said[];
  /** A component around it, and around all groups and parts of the same one. */
  readonly group?: PartGroup;
}

/** The parts of a product, and what a reader must know of them. */
export interface Parted {
  readonly parts: readonly Part[];
  readonly notes: readonly Said[];
  /** The parts are much alike, so that what is said of some of them alone is said with their names. */
  readonly areAlike?: boolean;
}
