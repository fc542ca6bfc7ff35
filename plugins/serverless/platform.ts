import type { CalculationContext, PluginSetup, ProductNames } from "../../src/core/contract";
import { type DataFolder, defineTable, oneOf, optionalText, type RowOf, text } from "../../src/core/factors";
import {
  asOperational,
  COMPONENT_KINDS,
  type Component,
  type Footprint,
  isNothing,
  manufacturingOf,
  overHours,
  type ResourceReference,
  type Said,
  underItsName,
  wholeOf,
} from "../../src/core/footprint";
import { type Calculation, defineFormula } from "../../src/core/formulas";
import { getOrInsert, unique } from "../../src/core/helpers";
import { ONE_HOUR } from "../../src/core/method";
import { notesOnPart } from "./notes";

/** Stands for the size of the weights. */
const OF_WEIGHTS = "=weights";
const NODE = "node";

const PLATFORM = defineTable("serverless-platform", ["part"], {
  part: text(),
  name: text(),
  kind: oneOf(COMPONENT_KINDS),
  /** Kind of the product that computes it, and the name of its offer there; that of the node is in serving-nodes.csv. */
  product: text(),
  offer: text(),
  /** How much of the offer; empty for one that has no amount. */
  amount: oneOf(["", OF_WEIGHTS]),
  /** Series of the share that a node has of it; empty for all of it. */
  share: optionalText(),
});
type Part = RowOf<typeof PLATFORM>;

const SHARED_TIME = defineFormula({
  symbol: "dU_part",
  label: "Time of a part of the platform that is charged to the nodes: its share of their time in service",
  unit: "h",
  expression: "share_assumed × dU_nodes",
});

/** What the nodes of a region need in addition. */
export interface Serving {
  readonly region: string;
  /** [GB], null where it is not known */
  readonly weightsGb: number | null;
  /** Time in service of Instances [h]. */
  readonly hours: Calculation;
}

/** The offers of other products that represent the platform. Source: method section on Serverless. */
export class ServingPlatform {
  /** Footprints of an hour are shared by the lines of a request, so what is derived from them can be too. */
  private readonly components = new WeakMap<Footprint, Component>();
  private readonly made = new WeakMap<Footprint, readonly Component[]>();

  constructor(private readonly rows: ReadonlyMap<string, Part>) {}

  /** Kinds of the products that represent its parts. */
  get products(): string[] {
    return unique([...this.rows.values()].map(({ product }) => product));
  }

  /** The Instance of a node, as a specification of its product. */
  node(offer: string, zone: string, names: ProductNames): ResourceReference {
    const { product } = this.rows.get(NODE) as Part;
    const roles = rolesOf(product, names);
    return { kind: product, spec: { [roles.offer]: offer, [roles.zone ?? roles.region ?? "zone"]: zone } };
  }

  /** What an hour of a node is charged for its having been made. */
  madeOf(oneHour: Footprint): readonly Component[] {
    return getOrInsert(this.made, oneHour, () =>
      oneHour.components.map(manufacturingOf).filter(({ parts }) => !isNothing(parts)),
    );
  }

  /** All parts but the node, for the time that nodes are in service; what needs the size of the weights only where it is known. */
  async beside(serving: Serving, names: ProductNames, context: CalculationContext): Promise<Component[]> {
    const rows = [...this.rows.values()].filter(
      ({ part, amount }) => part !== NODE && (amount === "" || serving.weightsGb !== null),
    );
    return Promise.all(rows.map((row) => this.partOf(row, serving, names, context)));
  }

  private async partOf(
    row: Part,
    { region, weightsGb, hours }: Serving,
    names: ProductNames,
    context: CalculationContext,
  ): Promise<Component> {
    const { product, offer, amount } = row;
    const roles = rolesOf(product, names);
    const spec = {
      [roles.offer]: offer,
      [roles.region ?? "region"]: region,
      ...(amount === OF_WEIGHTS && roles.amount !== undefined ? { [roles.amount]: weightsGb } : {}),
    };
    const share = row.share === null ? null : context.factors.value(row.share);
    const notes = notesOnPart(`${row.name.toLowerCase()} of serving`, row, share?.factor ?? null);
    const oneHour = await this.oneHour(row, { kind: product, spec }, notes, context);
    const charged = share === null ? hours : SHARED_TIME.apply({ share_assumed: share, dU_nodes: hours });
    return overHours(oneHour, charged);
  }

  private async oneHour(
    { name, kind }: Part,
    resource: ResourceReference,
    notes: readonly Said[],
    context: CalculationContext,
  ): Promise<Component> {
    const whole = await context.calculate(resource.kind, resource.spec, ONE_HOUR);
    return getOrInsert(this.components, whole, () =>
      asOperational(underItsName(wholeOf({ name, kind, resource, notes }, whole))),
    );
  }
}

function rolesOf(product: string, names: ProductNames) {
  const roles = names.rolesOf(product);
  if (roles === null)
    throw new Error(`serverless-platform.csv: no product with known fields is called "${product}"`);
  return roles;
}

/** Reads the platform; that it lacks the node is reported. */
export function loadServingPlatform({ reader }: PluginSetup, data: DataFolder): ServingPlatform {
  const rows = reader.table(data, PLATFORM);
  if (!rows.has(NODE)) reader.report("serverless-platform.csv", `no row "${NODE}"`);
  return new ServingPlatform(rows);
}
