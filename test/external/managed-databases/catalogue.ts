import { lookUp, type PluginSetup, type RowOf } from "../../../src/plugin-kit";
import { LIMITS, NODE_TYPES, OWNER, PART_OFFERS, PARTS, type Part, SHARES_FILE } from "./tables";

export type NodeTypeRow = RowOf<typeof NODE_TYPES>;
export type PartRow = RowOf<typeof PART_OFFERS>;

/** What the data files say: types of nodes, what a database is made of, and how many read replicas it may have. */
export class DatabaseCatalogue {
  constructor(
    private readonly types: ReadonlyMap<string, NodeTypeRow>,
    private readonly parts: ReadonlyMap<string, PartRow>,
    readonly mostReadReplicas: number,
  ) {}

  get nodeTypes(): NodeTypeRow[] {
    return [...this.types.values()];
  }

  /** @throws DomainError UNKNOWN_NODE_TYPE with suggestions. */
  nodeType(name: string, field: string): NodeTypeRow {
    return lookUp(this.types, name, { code: "UNKNOWN_NODE_TYPE", what: "node type", field });
  }

  part(part: Part): PartRow {
    return this.parts.get(part) as PartRow;
  }
}

/** Reads the data of the plugin; what is wrong is reported, and the start fails with all of it at once. */
export function loadCatalogue({ reader }: PluginSetup, path: string): DatabaseCatalogue {
  const folder = { owner: OWNER, path };
  reader.factorFile(folder, SHARES_FILE);
  const parts = reader.table(folder, PART_OFFERS);
  for (const part of PARTS) {
    if (!parts.has(part)) reader.report("database-parts.csv", `no row says what the ${part} is`);
  }
  const replicas = reader.table(folder, LIMITS).get("read-replicas");
  if (replicas === undefined) reader.report("database-limits.csv", "no row limits read-replicas");
  return new DatabaseCatalogue(reader.table(folder, NODE_TYPES), parts, replicas?.maximum ?? 0);
}
