import { defineTable, list, number, OTHER_NAMES_COLUMNS, oneOf, text } from "../../src/core/factors";

export const NODE_TYPES = defineTable("dedicated-node-types", ["name"], {
  name: text(),
  /** The Instance type that a node is. */
  instance_type: text(),
  gpu_model: text(),
  gpu_count: number("GPU", { min: 1, integer: true }),
  /** Memory of all GPUs of a node. */
  vram_gb: number("GB", { min: 1 }),
  /** Zones where nodes run, one at most in a region: a deployment names the region alone. */
  zones: list(),
});

/** Node types as other tools name them; Instance types are known as such from the rows of node types. */
export const OTHER_NAMES = defineTable("node-type-names", ["other_name"], OTHER_NAMES_COLUMNS);

/** Node types that the operator's catalogue offers a model on, by quantisation. */
export const OFFERS = defineTable("dedicated-models", ["model", "quantization"], {
  model: text(),
  quantization: text(),
  node_types: list(),
});

export const QUANTITIES = ["nodes", "imported-model"] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const LIMITS = defineTable("dedicated-limits", ["quantity"], {
  quantity: oneOf(QUANTITIES),
  maximum: number("-", { min: 1 }),
  unit: text(),
});

/** File of the factors that say how many nodes share a part. */
export const SHARES_FILE = "dedicated-platform-shares";
