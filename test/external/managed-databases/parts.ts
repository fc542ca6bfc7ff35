import {
  asOperational,
  assumption,
  type CalculationContext,
  type Component,
  componentFrom,
  DomainError,
  defineFormula,
  input,
  shareComponent,
  underItsName,
} from "../../../src/plugin-kit";
import type { DatabaseCatalogue } from "./catalogue";
import type { CheckedSpec, ManagedDatabaseSpec } from "./spec";
import { NODES_PER_CONTROL_PLANE } from "./tables";

/** Where the input of a database says what the input of a part says. */
type Fields = Readonly<Record<string, keyof ManagedDatabaseSpec>>;

const SHARED_BY_NODES = defineFormula({
  symbol: "share",
  label: "Nodes of the database over the nodes that share a control plane",
  unit: "-",
  expression: "n / n_sharing",
});

/** So many equal nodes, each the Instance of its type. */
export function nodes(name: string, quantity: number, spec: CheckedSpec, context: CalculationContext) {
  const resource = { kind: "instance", spec: { type: spec.nodeType.instance_type, zone: spec.zone } };
  const fields = { "input.type": "nodeType", "input.zone": "zone" } as const;
  return ask({ name, kind: "NODE", quantity, resource }, fields, context);
}

/** A volume for each node: a standby and a replica have the data too. */
export function volumes(
  quantity: number,
  { storageGb, zone }: CheckedSpec,
  catalogue: DatabaseCatalogue,
  context: CalculationContext,
): Promise<Component> {
  const { name, kind, offer } = catalogue.part("volume");
  const resource = { kind, spec: { storageClass: offer, sizeGb: storageGb, zone } };
  const fields = { "input.sizeGb": "storageGb", "input.zone": "zone" } as const;
  return ask({ name, kind: "STORAGE", quantity, resource }, fields, context);
}

/** Backups in Object Storage of the region; null when none are kept. */
export async function backups(
  { backupGb, region }: CheckedSpec,
  catalogue: DatabaseCatalogue,
  context: CalculationContext,
): Promise<Component | null> {
  if (backupGb === 0) return null;
  const { name, kind, offer } = catalogue.part("backup");
  const resource = { kind, spec: { storageClass: offer, storedGb: backupGb, region } };
  const fields = { "input.storedGb": "backupGb", "input.region": "zone" } as const;
  return ask({ name, kind: "STORAGE", quantity: 1, resource }, fields, context);
}

/** The same share of the control plane for each node. All of it is operational: it runs no database. */
export async function controlPlane(
  count: number,
  { zone }: CheckedSpec,
  catalogue: DatabaseCatalogue,
  context: CalculationContext,
): Promise<Component> {
  const row = catalogue.part("control-plane");
  const resource = { kind: row.kind, spec: { type: row.offer, zone } };
  const n_sharing = context.factors.value(NODES_PER_CONTROL_PLANE);
  const notes = [
    ...assumption("what runs the control plane of databases", [row]),
    ...assumption("how many nodes share the control plane of databases", [n_sharing.factor]),
  ];
  const text = { name: row.name, kind: "CONTROL_PLANE", quantity: 1, resource, notes } as const;
  const component = underItsName(await ask(text, { "input.zone": "zone" }, context));
  const share = SHARED_BY_NODES.apply({ n: input(count, "-"), n_sharing });
  return shareComponent(asOperational(component), share);
}

/** Another product, asked by its kind. Its errors name the field of our input that is at fault. */
async function ask(
  text: Parameters<typeof componentFrom>[0],
  fields: Fields,
  context: CalculationContext,
): Promise<Component> {
  const { kind, spec } = text.resource;
  try {
    const one = await context.calculate(kind, spec);
    return componentFrom(text, one);
  } catch (error) {
    const field = error instanceof DomainError ? fields[error.details.field ?? ""] : undefined;
    if (!(error instanceof DomainError) || field === undefined) throw error;
    throw new DomainError(error.code, error.message, { ...error.details, field: `input.${field}` });
  }
}
