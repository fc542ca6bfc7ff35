import { type PluginSetup } from "../../src/core/contract";
import {
  cellValue,
  type DataFolder,
  defineTable,
  number,
  type RowOf,
  requireNames,
  text,
} from "../../src/core/factors";
import { type Calculation, defineFormula, type FactorValue, input } from "../../src/core/formulas";
import { unique } from "../../src/core/helpers";
import { type HardwareCatalogue } from "../../src/core/method";
import { requireRegions, requireZones } from "../../src/product";

const SERVING_NODES = defineTable("serving-nodes", ["instance_type", "region"], {
  instance_type: text(),
  gpu_model: text(),
  gpus: number("GPU", { min: 1, integer: true }),
  region: text(),
  zone: text(),
});

/** A GPU Instance that serves models, and where. */
export interface ServingNode {
  readonly instanceType: string;
  readonly zone: string;
  readonly gpuModel: string;
  readonly gpus: FactorValue;
}

const NODE_SHARE = defineFormula({
  symbol: "share_node",
  label: "GPUs used, over those of the node",
  unit: "-",
  expression: "used / gpus",
});

/** The share of the node that GPUs of a benchmark are. */
export function shareOfNode(gpusUsed: number, node: ServingNode): Calculation {
  return NODE_SHARE.apply({ used: input(gpusUsed, "GPU"), gpus: node.gpus });
}

/** The nodes that a region has for serving. */
export class ServingNodes {
  /** Regions that have serving nodes. */
  readonly regions: readonly string[];
  private readonly onlyZones: ReadonlyMap<string, string | null>;

  constructor(
    private readonly rows: readonly RowOf<typeof SERVING_NODES>[],
    private readonly hardware: HardwareCatalogue,
  ) {
    this.regions = unique(rows.map(({ region }) => region));
    this.onlyZones = new Map(this.regions.map((region) => [region, onlyZoneOf(region, rows)]));
  }

  /** The catalogue's name of a GPU, however it is written. */
  gpuName(name: string): string {
    return this.hardware.gpuName(name);
  }

  /** Models of GPUs that there are. */
  get gpuModels(): string[] {
    return [...this.hardware.gpus.keys()];
  }

  /** The zone of all serving nodes of a region; null where they are in several. */
  onlyZoneIn(region: string): string | null {
    return this.onlyZones.get(region) ?? null;
  }

  /** The smallest node of the region with the GPUs, or null when none has them. */
  find(gpuModel: string, gpuCount: number, region: string): ServingNode | null {
    const here = this.rows.filter((row) => row.region === region);
    const fitting = here.filter((row) => row.gpu_model === gpuModel && row.gpus >= gpuCount);
    const smallest = fitting.sort((a, b) => a.gpus - b.gpus)[0];
    return smallest === undefined ? null : nodeOf(smallest);
  }
}

/** Reads the nodes; a zone or a GPU that does not exist, or of which it is not known how it serves, is reported. */
export function loadServingNodes(setup: PluginSetup, data: DataFolder): ServingNodes {
  const { reader, hardware } = setup;
  const rows = [...reader.table(data, SERVING_NODES).values()];
  requireRegions(setup, rows, "region");
  requireZones(setup, rows, "zone");
  requireNames(reader, rows, "gpu_model", { what: "GPU", names: hardware.gpus.keys() });
  for (const row of rows) {
    const model = row.gpu_model;
    if (!hardware.gpus.has(model) || hardware.servingGpus.has(model)) continue;
    reader.reportCell(
      row,
      "gpu_model",
      `"${model}" needs a row in serving-gpus.csv, and gpu.${model}.rest-of-host`,
    );
  }
  return new ServingNodes(rows, hardware);
}

function onlyZoneOf(region: string, rows: readonly RowOf<typeof SERVING_NODES>[]): string | null {
  const zones = unique(rows.filter((row) => row.region === region).map(({ zone }) => zone));
  return zones.length === 1 ? (zones[0] as string) : null;
}

function nodeOf(row: RowOf<typeof SERVING_NODES>): ServingNode {
  const gpus = cellValue(SERVING_NODES, row, "gpus");
  return { instanceType: row.instance_type, zone: row.zone, gpuModel: row.gpu_model, gpus };
}
