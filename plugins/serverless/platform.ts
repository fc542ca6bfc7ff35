import type { CalculationContext, PluginSetup } from "../../src/core/contract";
import { type DataFolder, defineTable, oneOf, type RowOf, text } from "../../src/core/factors";
import {
  asOperational,
  type Component,
  type ComponentKind,
  type Footprint,
  group,
  overHours,
  type ResourceReference,
} from "../../src/core/footprint";
import { type Calculation, defineFormula } from "../../src/core/formulas";
import { ONE_HOUR } from "./busy-time";

const PARTS = ["control-plane", "model-storage"] as const;
type Part = (typeof PARTS)[number];

const PLATFORM = defineTable("serverless-platform", ["part"], {
  part: oneOf(PARTS),
  name: text(),
  /** Name of the offer in the product that is asked. */
  offer: text(),
});

const CONTROL_PLANE_TIME = defineFormula({
  symbol: "dU_control",
  label: "Time of a control plane that is charged to the nodes: its share of their busy time",
  unit: "h",
  expression: "share_assumed × dU_nodes",
});

/** A component, and what a reader must know of the product that it was asked of. */
export interface Asked {
  readonly component: Component;
  readonly notes: readonly string[];
}

/** The offers of other products that stand for what serves the nodes. Source: method section on Serverless. */
export class ServingPlatform {
  /** Footprints of an hour are shared by the lines of a request, so what is made of them can be too. */
  private readonly made = new WeakMap<Footprint, Asked>();

  constructor(private readonly parts: ReadonlyMap<string, RowOf<typeof PLATFORM>>) {}

  /** A share of a Kubernetes control plane, for the hours [h] that nodes are busy. */
  async controlPlane(region: string, busy: Calculation, context: CalculationContext): Promise<Asked> {
    const spec = { controlPlane: this.part("control-plane").offer, region, pools: [] };
    const { component, notes } = await this.oneHour(
      "control-plane",
      { kind: "kubernetesCluster", spec },
      context,
    );
    const time = CONTROL_PLANE_TIME.apply({
      share_assumed: context.factors.value("serverless.control-plane-share"),
      dU_nodes: busy,
    });
    return { component: overHours(component, time), notes };
  }

  /** One copy of the weights [GB] in Object Storage, for the hours [h] that nodes are busy. */
  async modelStorage(
    weights: { readonly storedGb: number; readonly region: string },
    busy: Calculation,
    context: CalculationContext,
  ): Promise<Asked> {
    const spec = { storageClass: this.part("model-storage").offer, ...weights };
    const { component, notes } = await this.oneHour("model-storage", { kind: "objectBucket", spec }, context);
    return { component: overHours(component, busy), notes };
  }

  private async oneHour(
    part: Part,
    resource: ResourceReference,
    context: CalculationContext,
  ): Promise<Asked> {
    const whole = await context.calculate(resource.kind, resource.spec, ONE_HOUR);
    const known = this.made.get(whole);
    if (known !== undefined) return known;
    const { name } = this.part(part);
    const kind: ComponentKind = part === "control-plane" ? "CONTROL_PLANE" : "MODEL_STORAGE";
    const asked = {
      component: asOperational(group({ name, kind, resource }, whole.components)),
      notes: whole.notes.map((note) => `${name}: ${note}`),
    };
    this.made.set(whole, asked);
    return asked;
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
