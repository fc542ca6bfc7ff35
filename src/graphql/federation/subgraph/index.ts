export { buildSubgraphSchema } from "./subgraph-schema";
