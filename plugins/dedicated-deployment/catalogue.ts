import { type PluginSetup } from "../../src/core/contract";
import { DomainError, lookUp } from "../../src/core/errors";
import type { DataReader, RowOf } from "../../src/core/factors";
import { type LanguageModels } from "../../src/core/language-models";
import { type Place, type Places } from "../../src/core/method";
import {
  LIMITS,
  NODE_TYPES,
  OFFERS,
  OWNER,
  PARTS,
  type Part,
  PLATFORM,
  QUANTITIES,
  type Quantity,
  SHARES_FILE,
} from "./tables";

/** A type of node, with the zone of its nodes in each region. */
export interface NodeType {
  readonly row: RowOf<typeof NODE_TYPES>;
  readonly zoneByRegion: ReadonlyMap<string, string>;
}

export type PlatformRow = RowOf<typeof PLATFORM>;

interface Contents {
  readonly nodeTypes: ReadonlyMap<string, NodeType>;
  /** Node types that the operator offers a model on. */
  readonly nodeTypesOfModel: ReadonlyMap<string, ReadonlySet<string>>;
  readonly platform: ReadonlyMap<string, PlatformRow>;
  readonly limits: ReadonlyMap<string, RowOf<typeof LIMITS>>;
}

/** What can be deployed where, and what stands beside it. */
export class DedicatedCatalogue {
  constructor(
    readonly models: LanguageModels,
    private readonly contents: Contents,
  ) {}

  get nodeTypes(): readonly NodeType[] {
    return [...this.contents.nodeTypes.values()];
  }

  /** @throws DomainError UNKNOWN_NODE_TYPE with suggestions. */
  nodeType(name: string, field: string): NodeType {
    return lookUp(this.contents.nodeTypes, name, { code: "UNKNOWN_NODE_TYPE", what: "node type", field });
  }

  /** The zone where nodes of the type run in the region. @throws DomainError NOT_AVAILABLE_IN_LOCALITY. */
  zoneIn({ row, zoneByRegion }: NodeType, region: Place, field: string): string {
    const zone = zoneByRegion.get(region.name);
    if (zone !== undefined) return zone;
    const regions = [...zoneByRegion.keys()];
    const where = regions.length > 0 ? `It is in ${regions.join(", ")}.` : "It is offered nowhere.";
    throw new DomainError(
      "NOT_AVAILABLE_IN_LOCALITY",
      `Nodes of type ${row.name} are not offered in ${region.name}. ${where}`,
      { field, suggestions: regions },
    );
  }

  /** Empty for a model that the operator does not offer as a Dedicated Deployment. */
  nodeTypesOf(modelId: string): ReadonlySet<string> {
    return this.contents.nodeTypesOfModel.get(modelId) ?? new Set();
  }

  part(part: Part): PlatformRow {
    return required(this.contents.platform, part);
  }

  /** The most that a deployment can have, in the unit of the row. */
  maximum(quantity: Quantity): number {
    return required(this.contents.limits, quantity).maximum;
  }
}

export function loadCatalogue(
  { reader, places }: PluginSetup,
  models: LanguageModels,
  path: string,
): DedicatedCatalogue {
  const data = { owner: OWNER, path };
  reader.factorFile(data, SHARES_FILE);
  const nodeTypes = new Map<string, NodeType>();
  for (const row of reader.table(data, NODE_TYPES).values()) {
    nodeTypes.set(row.name, { row, zoneByRegion: zonesOf(row, places, reader) });
  }
  const nodeTypesOfModel = new Map<string, Set<string>>();
  for (const { model, node_types } of reader.table(data, OFFERS).values()) {
    if (!models.models.has(model)) reader.report("dedicated-models.csv", `no language model "${model}"`);
    for (const name of node_types) {
      if (!nodeTypes.has(name)) reader.report("dedicated-models.csv", `${model}: no node type "${name}"`);
    }
    const known = nodeTypesOfModel.get(model) ?? [];
    nodeTypesOfModel.set(model, new Set([...known, ...node_types]));
  }
  const platform = reader.table(data, PLATFORM);
  const limits = reader.table(data, LIMITS);
  reportMissing(reader, "dedicated-platform.csv", PARTS, platform);
  reportMissing(reader, "dedicated-limits.csv", QUANTITIES, limits);
  if (platform.get("block-volume")?.size_gb === null) {
    reader.report("dedicated-platform.csv", "block-volume has no size_gb");
  }
  return new DedicatedCatalogue(models, { nodeTypes, nodeTypesOfModel, platform, limits });
}

function zonesOf({ name, zones }: NodeType["row"], places: Places, reader: DataReader): Map<string, string> {
  const byRegion = new Map<string, string>();
  const report = (problem: string): void => reader.report("dedicated-node-types.csv", `${name}: ${problem}`);
  for (const zone of zones) {
    const region = places.zones.get(zone)?.region;
    if (region === undefined) report(`no zone "${zone}"`);
    else if (byRegion.has(region)) report(`a second zone in ${region}: "${zone}"`);
    else byRegion.set(region, zone);
  }
  return byRegion;
}

function reportMissing(
  reader: DataReader,
  file: string,
  needed: readonly string[],
  rows: ReadonlyMap<string, unknown>,
): void {
  for (const key of needed) if (!rows.has(key)) reader.report(file, `no row "${key}"`);
}

/** Rows that loading has shown to be there. */
function required<T>(rows: ReadonlyMap<string, T>, key: string): T {
  const row = rows.get(key);
  if (row === undefined) throw new Error(`the data of Dedicated Deployment lack the row ${key}`);
  return row;
}
