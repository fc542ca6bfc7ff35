import type { Criterion } from "../../core/footprint";
import type { Range } from "../../core/formulas";
import type { Reason } from "../account/reasons";
import type { Action } from "../document";

/** Amounts by criterion, each in its own unit; null where one is unknown. */
export type Figures = Readonly<Record<Criterion, Range | null>>;

/** A part of a resource: so many of what a product has. */
export interface PartReport {
  readonly part: string;
  /** Kind of the product. */
  readonly product: string;
  /** Null where it says something sensitive. */
  readonly spec: Readonly<Record<string, unknown>> | null;
  /** How many there are on average, with both ends of what scales; null as the specification is. */
  readonly times: Range | null;
  readonly hours: number | null;
}

/** A resource with a figure. */
export interface ResourceReport {
  readonly address: string;
  readonly deposed: string | null;
  readonly type: string;
  readonly module: string;
  readonly action: Action;
  /** Greenhouse gases of it now and as planned [kgCO2e]; null where it is not there, or nothing is compared. */
  readonly now: Range | null;
  readonly planned: Range | null;
  /** Null where nothing is compared. */
  readonly change: Range | null;
  /** What it was computed of, as it will be; as it is, for what is destroyed. */
  readonly parts: readonly PartReport[];
}

/** A resource, or a part of one, without a figure. */
export interface NotEstimated {
  readonly address: string;
  readonly deposed: string | null;
  readonly type: string;
  readonly action: Action;
  /** The part; null for the whole resource. */
  readonly part: string | null;
  readonly reason: Reason;
  readonly message: string;
  readonly suggestions: readonly string[];
}

/**
 * What a resource of which anything has no figure will be (is, in a state), in whole: `resources` leaves out what one side
 * lacks, and a later run that this is the baseline of must find all of it.
 */
export interface WholeResource extends Pick<ResourceReport, "address" | "deposed" | "type" | "parts"> {
  readonly lacking: readonly Pick<NotEstimated, "part" | "reason" | "message" | "suggestions">[];
}

/** What one module has. */
export interface ModuleReport {
  /** Empty for the root. */
  readonly module: string;
  readonly resources: number;
  readonly now: Range;
  /** Null where nothing is compared. */
  readonly planned: Range | null;
  readonly change: Range | null;
}

/** What was taken where the document says nothing, and of how many resources. */
export interface Assumed {
  readonly says: string;
  readonly resources: number;
}

/** The answer on a plan or a state. */
export interface TerraformReport {
  /** Of this shape: a later one with other meanings has another number. */
  readonly footprintTerraform: 1;
  readonly kind: "plan" | "state";
  /** What the change is against. */
  readonly comparedWith: "state" | "baseline" | null;
  readonly terraformVersion: string | null;
  /** Length of the period [h], and the day whose factors are taken. */
  readonly hours: number;
  readonly asOf: string;
  readonly now: Figures;
  /** Null for a state, of which nothing is planned. */
  readonly planned: Figures | null;
  /** What the plan changes; what both sides have does not count. Null for a state that is compared with nothing. */
  readonly change: Figures | null;
  /** The change of greenhouse gases over what is now; null where that is nothing. */
  readonly relativeChange: number | null;
  readonly counts: {
    readonly managed: number;
    readonly estimated: number;
    /** Of those estimated, the ones that lack a part. */
    readonly inPart: number;
    readonly notEstimated: number;
    readonly byReason: Readonly<Partial<Record<Reason, number>>>;
    readonly dataSources: number;
  };
  readonly resources: readonly ResourceReport[];
  readonly modules: readonly ModuleReport[];
  readonly notEstimated: readonly NotEstimated[];
  readonly forBaseline: readonly WholeResource[];
  readonly assumed: readonly Assumed[];
  readonly warnings: readonly string[];
  /** What a reader must know of the figures. */
  readonly notes: readonly string[];
}
