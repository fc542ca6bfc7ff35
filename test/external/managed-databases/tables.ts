import { defineTable, number, oneOf, text } from "../../../src/plugin-kit";

/** Folder of these files in an operator's overlay: the kind of the product. */
export const OWNER = "managedDatabase";

export const NODE_TYPES = defineTable("database-node-types", ["name"], {
  name: text(),
  /** The Instance type that a node is. */
  instance_type: text(),
});

export const PARTS = ["volume", "backup", "control-plane"] as const;
export type Part = (typeof PARTS)[number];

/** The offers of other products that a database is made of, beside its nodes. */
export const PART_OFFERS = defineTable("database-parts", ["part"], {
  part: oneOf(PARTS),
  name: text(),
  /** The product that is asked. */
  kind: text(),
  /** Name of the offer in that product. */
  offer: text(),
});

export const LIMITS = defineTable("database-limits", ["quantity"], {
  quantity: oneOf(["read-replicas"]),
  maximum: number("-", { min: 0, integer: true }),
});

/** File of the factor that says how many nodes share a control plane. */
export const SHARES_FILE = "database-shares";
export const NODES_PER_CONTROL_PLANE = "managed-databases.control-plane.nodes";
