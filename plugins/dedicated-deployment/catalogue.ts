import { LANGUAGE_MODELS, type PluginSetup } from "../../src/core/contract";
import { DomainError } from "../../src/core/errors";
import {
  type DataFolder,
  type DataReader,
  loadOtherNames,
  type OtherNames,
  type RowOf,
  requireNames,
} from "../../src/core/factors";
import { groupBy } from "../../src/core/helpers";
import {
  type LanguageModelEntry,
  type LanguageModels,
  type ModelChoice,
} from "../../src/core/language-models";
import type { HardwareCatalogue, Places } from "../../src/core/method";
import { type PartsTableRow, partsTable, requireZones, tablesOf } from "../../src/product";
import { LIMITS, NODE_TYPES, OFFERS, OTHER_NAMES, QUANTITIES, type Quantity, SHARES_FILE } from "./tables";

/** A type of node, with the zone of its nodes in each region. */
export type NodeType = RowOf<typeof NODE_TYPES> & { readonly zoneByRegion: ReadonlyMap<string, string> };

type Offer = RowOf<typeof OFFERS>;

interface Contents {
  readonly nodeTypes: ReadonlyMap<string, NodeType>;
  /** Node types that the operator offers a model on, in each quantisation. */
  readonly offersOfModel: ReadonlyMap<string, readonly Offer[]>;
  /** Instance types among them: a node is one. */
  readonly otherNodeTypes: OtherNames;
  readonly parts: ReadonlyMap<string, PartsTableRow>;
  readonly limits: ReadonlyMap<string, RowOf<typeof LIMITS>>;
}

/** What can be deployed where, with its platform. */
export class DedicatedCatalogue {
  constructor(
    readonly models: LanguageModels,
    readonly hardware: HardwareCatalogue,
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

  /** What a deployment consists of. */
  get parts(): Iterable<PartsTableRow> {
    return this.contents.parts.values();
  }

  /** The most that a deployment can have, in the unit of the row. */
  maximum(quantity: Quantity): number {
    // Loading has shown that it is there.
    return (this.contents.limits.get(quantity) as RowOf<typeof LIMITS>).maximum;
  }
}

const tables = tablesOf(
  { nodeTypes: NODE_TYPES, offers: OFFERS, limits: LIMITS, parts: partsTable("dedicated-parts") },
  { factors: [SHARES_FILE], required: { limits: QUANTITIES } },
);

export function loadCatalogue(setup: PluginSetup, data: DataFolder): DedicatedCatalogue {
  const { reader, places, hardware, scope } = setup;
  const models = scope.resolve(LANGUAGE_MODELS);
  const { nodeTypes: rows, offers, limits, parts } = tables(setup, data);
  requireZones(setup, rows.values(), "zones");
  requireNames(reader, rows.values(), "gpu_model", { what: "GPU", names: hardware.gpus.keys() });
  requireNames(reader, offers.values(), "model", { what: "language model", names: models.models.keys() });
  requireNames(reader, offers.values(), "node_types", { what: "node type", names: rows.keys() });
  const nodeTypes = new Map(
    [...rows].map(([name, row]) => [name, { ...row, zoneByRegion: zonesOf(row, places, reader) }]),
  );
  const instances = [...rows.values()].map(({ instance_type, name }) => ({
    ...{ other_name: instance_type, name, says: null },
  }));
  const otherNodeTypes = loadOtherNames(reader, data, OTHER_NAMES, nodeTypes.keys()).and(instances);
  const offersOfModel = groupBy(offers.values(), ({ model }) => model);
  return new DedicatedCatalogue(models, setup.hardware, {
    nodeTypes,
    otherNodeTypes,
    offersOfModel,
    parts,
    limits,
  });
}

function zonesOf(row: RowOf<typeof NODE_TYPES>, places: Places, reader: DataReader): Map<string, string> {
  const byRegion = new Map<string, string>();
  for (const zone of row.zones) {
    const region = places.zones.get(zone)?.region;
    if (region === undefined) continue;
    if (byRegion.has(region)) reader.reportCell(row, "zones", `a second zone in ${region}: "${zone}"`);
    else byRegion.set(region, zone);
  }
  return byRegion;
}
