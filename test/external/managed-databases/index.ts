import {
  amount,
  assumption,
  count,
  defineFormula,
  defineProduct,
  defineTable,
  input,
  number,
  offer,
  type RowOf,
  type RowsOf,
  tablesOf,
  text,
  yesNo,
  zone,
} from "../../../src/plugin-kit";

const TABLES = {
  nodeTypes: defineTable("database-node-types", ["name"], { name: text(), instance_type: text() }),
  /** Offers of other products that a database is made of, beside its nodes. */
  parts: defineTable("database-parts", ["part"], {
    part: text(),
    name: text(),
    kind: text(),
    offer: text(),
  }),
  limits: defineTable("database-limits", ["quantity"], {
    quantity: text(),
    maximum: number("-", { min: 0, integer: true }),
  }),
};
const load = tablesOf(TABLES, {
  factors: ["database-shares"],
  required: { parts: ["volume", "backup", "control-plane"], limits: ["read-replicas"] },
});
type Catalogue = RowsOf<typeof TABLES>;
type PartRow = RowOf<typeof TABLES.parts>;

const SHARED_BY_NODES = defineFormula({
  symbol: "share",
  label: "Nodes of the database over the nodes that share a control plane",
  unit: "-",
  expression: "n / n_sharing",
});

/**
 * Managed Databases for PostgreSQL: nodes, their volumes, backups, and a share of a control plane for each node.
 * Source: method page on Managed Databases.
 */
export const managedDatabases = defineProduct({
  kind: "managedDatabase",
  contract: "1.0",
  product: {
    id: "managedDatabase",
    name: "Managed Databases for PostgreSQL",
    serviceCategory: "Managed Databases",
    description: "A PostgreSQL database on nodes of its own, with volumes, backups and read replicas.",
  },
  folder: __dirname,
  load,
  offers: {
    of: ({ nodeTypes }) => nodeTypes,
    id: ({ name }) => name,
    called: "node type",
    unknown: "UNKNOWN_NODE_TYPE",
    list: {
      query: "managedDatabaseNodeTypes",
      description: "Every node type of Managed Databases.",
      offer: {
        name: "ManagedDatabaseNodeType",
        description: "A type of node of Managed Databases, and the Instance type that it is.",
      },
      columns: {
        name: { type: "text", description: "Name, for example DB-PRO2-XXS.", of: ({ name }) => name },
        instanceType: {
          type: "text",
          description: "Name of the Instance type that a node is, for example PRO2-XXS.",
          of: ({ instance_type }) => instance_type,
        },
      },
    },
  },
  resource: {
    name: "ManagedDatabase",
    description:
      "A Managed Database for PostgreSQL: its nodes, their volumes, its backups and a control plane.",
  },
  input: {
    description: "A Managed Database for PostgreSQL: its nodes, their volumes and its backups.",
    argument: "Which nodes, where, and what they keep.",
  },
  query:
    "A Managed Database as it is, or would be, used. Errors: UNKNOWN_NODE_TYPE, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  fields: {
    nodeType: offer({
      input: "Name of the node type, for example DB-PRO2-XXS. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
    }),
    zone: zone({
      input:
        "Zone, for example fr-par-1; backups are kept in its region. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the node type is not offered.",
    }),
    highAvailability: yesNo({
      default: false,
      input: "Whether a second node stands by.",
      shown: "Whether a second node stands by.",
    }),
    readReplicas: count({
      unit: "node",
      limits: (_type, { limits }: Catalogue) => ({
        minimum: 0,
        maximum: limits.get("read-replicas")?.maximum ?? 0,
      }),
      default: 0,
      input: "Read replicas, 0 to 3, each one more node. Otherwise BAD_USER_INPUT.",
      shown: "Its read replicas.",
    }),
    storageGb: amount({
      unit: "GB",
      limits: { minimum: 0 },
      input: "Size of the volume of each node [GB], 5 to 10,000. Otherwise BAD_USER_INPUT.",
      shown: "Size of the volume of each node [GB].",
    }),
    backupGb: amount({
      unit: "GB",
      limits: { minimum: 0 },
      default: 0,
      input: "Average of the backups that are kept [GB], 0 to 250,000. Otherwise BAD_USER_INPUT.",
      shown: "Average of the backups that are kept [GB]; 0 when none are.",
    }),
  },
  derive: ({ nodeType, zone, highAvailability, readReplicas }) => {
    const mainNodes = highAvailability ? 2 : 1;
    const instance = { kind: "instance", spec: { type: nodeType.instance_type, zone: zone.name } };
    return { mainNodes, nodes: mainNodes + readReplicas, instance };
  },
  shows: {
    nodeType: {
      type: "instanceType",
      description: "The Instance type that its nodes are. Errors: NOT_AVAILABLE_IN_LOCALITY.",
      of: ({ instance }) => instance,
    },
    nodes: {
      type: "whole",
      description: "Its nodes, at least 1: the main one, the one that stands by, read replicas.",
      of: ({ nodes }) => nodes,
    },
  },
  notes: () => ["Each node is taken to have a volume of its own, of the size asked for."],
  recipe: {
    composes: ["instance", "blockVolume", "objectBucket"],
    fields: { type: "nodeType", zone: "zone", region: "zone", sizeGb: "storageGb", storedGb: "backupGb" },
    parts: (database, { catalogue, factors }) => {
      const { mainNodes, readReplicas, nodes, instance, storageGb: sizeGb, backupGb: storedGb } = database;
      const { name: zone, region } = database.zone;
      const row = (part: string): PartRow => catalogue.parts.get(part) as PartRow;
      const of = (part: string, specOf: (offer: string) => object) => {
        const { name, kind, offer } = row(part);
        return { name, resource: { kind, spec: specOf(offer) } };
      };
      const n_sharing = factors.value("managed-databases.control-plane.nodes");
      return [
        { name: "Nodes", kind: "NODE", resource: instance, times: mainNodes },
        readReplicas === 0
          ? null
          : { name: "Read replicas", kind: "NODE", resource: instance, times: readReplicas },
        {
          ...of("volume", (storageClass) => ({ storageClass, sizeGb, zone })),
          kind: "STORAGE",
          times: nodes,
        },
        storedGb === 0
          ? null
          : {
              ...of("backup", (storageClass) => ({ storageClass, storedGb, region })),
              kind: "STORAGE",
              times: 1,
            },
        {
          ...of("control-plane", (type) => ({ type, zone })),
          kind: "CONTROL_PLANE",
          times: SHARED_BY_NODES.apply({ n: input(nodes, "-"), n_sharing }),
          isOperational: true,
          isNamed: true,
          notes: [
            ...assumption("what runs the control plane of databases", [row("control-plane")]),
            ...assumption("how many nodes share the control plane of databases", [n_sharing.factor]),
          ],
        },
      ];
    },
  },
});
