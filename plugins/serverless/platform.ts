import type { CalculationContext, PluginSetup } from "../../src/core/contract";
import { type DataFolder, defineTable, oneOf, type RowOf, text } from "../../src/core/factors";
import {
  asOperational,
  type Component,
  type ComponentKind,
  type Footprint,
  overHours,
  type ResourceReference,
  type Said,
  underItsName,
  wholeOf,
} from "../../src/core/footprint";
import { type Calculation, defineFormula } from "../../src/core/formulas";
import { ONE_HOUR } from "./busy-time";
import { notesOnPart } from "./notes";

const PARTS = ["control-plane", "model-storage"] as const;
type Part = (typeof PARTS)[number];

const PLATFORM = defineTable("serverless-platform", ["part"], {
  part: oneOf(PARTS),
  name: text(),
  /** Name of the offer in the product that computes it. */
  offer: text(),
});

const CONTROL_PLANE_TIME = defineFormula({
  symbol: "dU_control",
  label: "Time of a control plane that is charged to the nodes: its share of their busy time",
  unit: "h",
  expression: "share_assumed × dU_nodes",
});

/** The offers of other products that stand for what serves the nodes. Source: method section on Serverless. */
export class ServingPlatform {
  /** Footprints of an hour are shared by the lines of a request, so what is derived from them can be too. */
  private readonly components = new WeakMap<Footprint, Component>();

  constructor(private readonly parts: ReadonlyMap<string, RowOf<typeof PLATFORM>>) {}

  /** A share of a Kubernetes control plane, for the hours [h] that nodes are busy. */
  async controlPlane(region: string, busy: Calculation, context: CalculationContext): Promise<Component> {
    const row = this.part("control-plane");
    const share = context.factors.value("serverless.control-plane-share");
    const spec = { controlPlane: row.offer, region, pools: [] };
    const notes = notesOnPart("control plane of serving", row, share.factor);
    const oneHour = await this.oneHour(row, { kind: "kubernetesCluster", spec }, notes, context);
    return overHours(oneHour, CONTROL_PLANE_TIME.apply({ share_assumed: share, dU_nodes: busy }));
  }

  /** One copy of the weights [GB] in Object Storage, for the hours [h] that nodes are busy. */
  async modelStorage(
    weights: { readonly storedGb: number; readonly region: string },
    busy: Calculation,
    context: CalculationContext,
  ): Promise<Component> {
    const row = this.part("model-storage");
    const spec = { storageClass: row.offer, ...weights };
    const notes = notesOnPart("storage of models", row, null);
    return overHours(await this.oneHour(row, { kind: "objectBucket", spec }, notes, context), busy);
  }

  private async oneHour(
    { part, name }: RowOf<typeof PLATFORM>,
    resource: ResourceReference,
    notes: readonly Said[],
    context: CalculationContext,
  ): Promise<Component> {
    const whole = await context.calculate(resource.kind, resource.spec, ONE_HOUR);
    const known = this.components.get(whole);
    if (known !== undefined) return known;
    const kind: ComponentKind = part === "control-plane" ? "CONTROL_PLANE" : "MODEL_STORAGE";
    const component = asOperational(underItsName(wholeOf({ name, kind, resource, notes }, whole)));
    this.components.set(whole, component);
    return component;
  }

  private part(part: Part): RowOf<typeof PLATFORM> {
    const row = this.parts.get(part);
    if (row === undefined) throw new Error(`the data of Serverless lack the row ${part}`);
    return row;
  }
}

/** Reads the platform; a part that is not there is reported. */
export function loadServingPlatform({ reader }: PluginSetup, data: DataFolder): ServingPlatform {
  const rows = reader.table(data, PLATFORM);
  for (const part of PARTS) {
    if (!rows.has(part)) reader.report("serverless-platform.csv", `no row "${part}"`);
  }
  return new ServingPlatform(rows);
}
