import { LANGUAGE_MODELS, type PluginSetup } from "../../src/core/contract";
import { DomainError } from "../../src/core/errors";
import {
  type DataFolder,
  type DataReader,
  loadOtherNames,
  type OtherNames,
  type RowOf,
} from "../../src/core/factors";
import {
  type LanguageModelEntry,
  type LanguageModels,
  type ModelChoice,
} from "../../src/core/language-models";
import { type Places } from "../../src/core/method";
import {
  LIMITS,
  NODE_TYPES,
  OFFERS,
  OTHER_NAMES,
  PARTS,
  PLATFORM,
  type PlatformPart,
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

type Offer = RowOf<typeof OFFERS>;

interface Contents {
  readonly nodeTypes: ReadonlyMap<string, NodeType>;
  /** Node types that the operator offers a model on, in each quantisation. */
  readonly offersOfModel: ReadonlyMap<string, readonly Offer[]>;
  /** Instance types among them: a node is one. */
  readonly otherNodeTypes: OtherNames;
  readonly platform: ReadonlyMap<string, PlatformRow>;
  readonly limits: ReadonlyMap<string, RowOf<typeof LIMITS>>;
}

/** What can be deployed where, and what stands beside it. */
export class DedicatedCatalogue {
  constructor(
    readonly models: LanguageModels,
    private readonly contents: Contents,
  ) {}

  /** By name. */
  get nodeTypes(): ReadonlyMap<string, NodeType> {
    return this.contents.nodeTypes;
  }

  get otherNodeTypes(): OtherNames {
    return this.contents.otherNodeTypes;
  }

  /** @throws DomainError UNKNOWN_MODEL, also for a quantisation that the model is not offered in. */
  chosenModel(name: string, field: string): ModelChoice<LanguageModelEntry> {
    const choice = this.models.choose(name, field);
    this.requireOffered(choice, field);
    return choice;
  }

  /** Empty for a model that the operator does not offer as a Dedicated Deployment. */
  nodeTypesOf(modelId: string, quantization: string | null = null): ReadonlySet<string> {
    const offers = this.offersOf(modelId).filter(
      (offer) => quantization === null || this.models.areAlike(offer.quantization, quantization),
    );
    return new Set(offers.flatMap(({ node_types }) => node_types));
  }

  /** @throws DomainError UNKNOWN_MODEL, naming the quantisations that a model is offered in. */
  private requireOffered({ model, quantization }: ModelChoice<LanguageModelEntry>, field: string): void {
    if (quantization === null) return;
    const offers = this.offersOf(model.id);
    if (offers.length === 0 || this.nodeTypesOf(model.id, quantization).size > 0) return;
    const there = offers.map((offer) => offer.quantization);
    throw new DomainError(
      "UNKNOWN_MODEL",
      `${model.id} is not offered in ${quantization}, but in ${there.join(", ")}.`,
      { field, suggestions: there.map((one) => `${model.id}:${one}`) },
    );
  }

  private offersOf(modelId: string): readonly Offer[] {
    return this.contents.offersOfModel.get(modelId) ?? [];
  }

  part(part: PlatformPart): PlatformRow {
    return required(this.contents.platform, part);
  }

  /** The most that a deployment can have, in the unit of the row. */
  maximum(quantity: Quantity): number {
    return required(this.contents.limits, quantity).maximum;
  }
}

export function loadCatalogue({ reader, places, scope }: PluginSetup, data: DataFolder): DedicatedCatalogue {
  const models = scope.resolve(LANGUAGE_MODELS);
  reader.factorFile(data, SHARES_FILE);
  const nodeTypes = new Map<string, NodeType>();
  for (const row of reader.table(data, NODE_TYPES).values()) {
    nodeTypes.set(row.name, { row, zoneByRegion: zonesOf(row, places, reader) });
  }
  const otherNodeTypes = loadOtherNames(reader, data, OTHER_NAMES, nodeTypes.keys()).and(
    [...nodeTypes.values()].map(({ row }) => ({ other_name: row.instance_type, name: row.name, says: null })),
  );
  const offersOfModel = new Map<string, Offer[]>();
  for (const offer of reader.table(data, OFFERS).values()) {
    const { model, node_types } = offer;
    if (!models.models.has(model)) reader.report("dedicated-models.csv", `no language model "${model}"`);
    for (const name of node_types) {
      if (!nodeTypes.has(name)) reader.report("dedicated-models.csv", `${model}: no node type "${name}"`);
    }
    offersOfModel.set(model, [...(offersOfModel.get(model) ?? []), offer]);
  }
  const platform = reader.table(data, PLATFORM);
  const limits = reader.table(data, LIMITS);
  reportMissing(reader, "dedicated-platform.csv", PARTS, platform);
  reportMissing(reader, "dedicated-limits.csv", QUANTITIES, limits);
  if (platform.get("block-volume")?.size_gb === null) {
    reader.report("dedicated-platform.csv", "block-volume has no size_gb");
  }
  return new DedicatedCatalogue(models, { nodeTypes, otherNodeTypes, offersOfModel, platform, limits });
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
