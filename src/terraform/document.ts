/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** One step into a module: its name, and its key where there are several of it. */
export interface ModuleStep {
  readonly name: string;
  readonly key: InstanceKey;
}
/** What tells instances of `count` (a number) and `for_each` (a text) apart; null where there is one. */
export type InstanceKey = string | number | null;

/** A resource as it is, or as it will be. */
export interface TerraformResource {
  readonly address: string;
  readonly isData: boolean;
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey;
  readonly module: readonly ModuleStep[];
  /** As the document writes it, for example `registry.terraform.io/scaleway/scaleway`. */
  readonly provider: string;
  readonly values: Json;
  /** Attributes whose value is known when the plan is applied: `true` in the place of each. */
  readonly unknown: unknown;
  /** Attributes that must not be shown, in the same way. */
  readonly sensitive: unknown;
  /** Values before the change; null for one that is made anew. */
  readonly earlier: Json | null;
}

/** What Terraform does with a resource. */
export const ACTIONS = ["none", "create", "update", "replace", "destroy", "forget", "read"] as const;
export type Action = (typeof ACTIONS)[number];

/** A managed resource: as it is, as it will be, or both. */
export interface ManagedResource {
  readonly address: string;
  /** Key of an object that a replacement has left behind; null for the resource itself. */
  readonly deposed: string | null;
  readonly type: string;
  readonly provider: string;
  /** Address of its module; empty for the root. */
  readonly moduleAddress: string;
  readonly action: Action;
  readonly isImported: boolean;
  /** Address that it has been moved from. */
  readonly movedFrom: string | null;
  readonly before: TerraformResource | null;
  readonly after: TerraformResource | null;
  /** Why it is not known what will be; null where it is. */
  readonly deferredBecause: string | null;
  /** An action of the plan that is none of those known, so that what will be is not known; null where all are. */
  readonly unknownAction: string | null;
}

/** A plan or a state, whatever wrote it. */
export interface TerraformDocument {
  readonly kind: "plan" | "state";
  /** Version of the program that wrote it; null where it does not say. */
  readonly version: string | null;
  readonly resources: readonly ManagedResource[];
  /** Data sources, which are read and not managed. */
  readonly dataSources: readonly TerraformResource[];
  readonly configuration: Json | null;
  readonly variables: Json;
  /** What a reader must know of the document as a whole. */
  readonly warnings: readonly string[];
}
