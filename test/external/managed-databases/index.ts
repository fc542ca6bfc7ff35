import {
  amount,
  column,
  count,
  defineProduct,
  defineTable,
  offer,
  partsTable,
  type RowOf,
  tablesOf,
  text,
  yesNo,
  zone,
} from "../../../src/plugin-kit";

const nodeTypes = defineTable("database-node-types", ["name"], { name: text(), instance_type: text() });
/** How many nodes a database has in all. */
type Nodes = { readonly nodes: number };
type NodeType = RowOf<typeof nodeTypes>;
const load = tablesOf({ nodeTypes, parts: partsTable("database-parts") }, { factors: ["database-shares"] });
const MOST_REPLICAS = { minimum: 0, maximum: { series: "managed-databases.most-read-replicas" } };
const SIZE = "Size of the volume of each node [GB]";
const BACKUPS = "Average of the backups that are kept [GB]";

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
    id: ({ name }: NodeType) => name,
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
        name: column("text", "Name, for example DB-PRO2-XXS.", ({ name }: NodeType) => name),
        instanceType: column(
          "text",
          "Name of the Instance type that a node is.",
          (row: NodeType) => row.instance_type,
        ),
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
      ...{ unit: "node", limits: MOST_REPLICAS, default: 0 },
      input: "Number of read replicas, 0 to 3, each one more node. Otherwise BAD_USER_INPUT.",
      shown: "Number of its read replicas.",
    }),
    storageGb: amount({
      ...{ unit: "GB", limits: { minimum: 0 } },
      input: `${SIZE}, 5 to 10,000. Otherwise BAD_USER_INPUT.`,
      shown: `${SIZE}.`,
    }),
    backupGb: amount({
      ...{ unit: "GB", limits: { minimum: 0 }, default: 0 },
      input: `${BACKUPS}, 0 to 250,000. Otherwise BAD_USER_INPUT.`,
      shown: `${BACKUPS}; 0 when none are.`,
    }),
  },
  derive: ({ highAvailability, readReplicas }) => {
    const mainNodes = highAvailability ? 2 : 1;
    return { mainNodes, nodes: mainNodes + readReplicas };
  },
  shows: {
    nodeType: {
      type: "instanceType",
      description: "The Instance type that its nodes are. Errors: NOT_AVAILABLE_IN_LOCALITY.",
      of: ({ nodeType, zone }) => ({
        kind: "instance",
        spec: { type: nodeType.instance_type, zone: zone.name },
      }),
    },
    nodes: column(
      "whole",
      "Number of its nodes, at least 1: main, standby, read replicas.",
      (one: Nodes) => one.nodes,
    ),
  },
  notes: () => ["Each node is taken to have a volume of its own, of the size asked for."],
  recipe: { partsTable: ({ parts }) => parts.values() },
});
