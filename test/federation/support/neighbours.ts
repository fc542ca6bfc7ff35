/** A subgraph as a composer reads it. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
}

const link = (version: string, imports: readonly string[]): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: [${imports
    .map((name) => `"${name}"`)
    .join(", ")}])`;

/** Owns what runs, and says what each project has. Its version of federation is older than ours. */
export const INVENTORY: Subgraph = {
  name: "inventory",
  sdl: `
    ${link("2.0", ["@key"])}
    type Query { server(id: ID!): Server servers: [Server!]! }
    type Server @key(fields: "id") { id: ID! hostname: String! zone: String! commercialType: String! project: Project! }
    type Volume @key(fields: "id") { id: ID! zone: String! storageClass: String! sizeGb: Float! }
    type Bucket @key(fields: "id") { id: ID! region: String! storageClass: String! storedGb: Float! }
    type Cluster @key(fields: "id") { id: ID! region: String! controlPlane: String! pools: [ClusterPool!]! }
    type ClusterPool { nodeType: String! nodes: Int! autoscaling: Boolean! }
    type Deployment @key(fields: "id") {
      id: ID! region: String! nodeType: String! nodes: Int! model: LanguageModel!
    }
    type LanguageModel @key(fields: "id", resolvable: false) { id: ID! }
    type Project @key(fields: "id") {
      id: ID!
      servers: [Server!]! volumes: [Volume!]! buckets: [Bucket!]! clusters: [Cluster!]! deployments: [Deployment!]!
    }`,
};

/** Owns projects and knows nothing of what runs in them. */
export const PROJECTS: Subgraph = {
  name: "projects",
  sdl: `
    ${link("2.3", ["@key"])}
    type Query { project(id: ID!): Project projects: [Project!]! }
    type Project @key(fields: "id") { id: ID! name: String! }`,
};

/** Adds prices to what others own, as we add footprints. Its version of federation is newer than ours. */
export const BILLING: Subgraph = {
  name: "billing",
  sdl: `
    ${link("2.9", ["@key", "@shareable"])}
    type Query { currency: String! }
    type Server @key(fields: "id") { id: ID! price: Price! }
    type Project @key(fields: "id") { id: ID! price: Price! }
    type Price @shareable { euros: Float! }`,
};

/** Has names of its own for what it rents out, and they are ours too. */
export const CONSOLE: Subgraph = {
  name: "console",
  sdl: `
    ${link("2.3", ["@key"])}
    type Query { instance(id: ID!): Instance products: [Product!]! }
    type Instance @key(fields: "id") { id: ID! owner: String! server: Server! balancer: LoadBalancer product: Product! }
    type LoadBalancer @key(fields: "id") { id: ID! backends: Int! }
    type Product { id: ID! euros: Float! }
    type Server @key(fields: "id", resolvable: false) { id: ID! }`,
};

/** Has words of ours that parts of a footprint are made of. */
export const SCHOOL: Subgraph = {
  name: "school",
  sdl: `
    ${link("2.3", ["@key"])}
    type Query { factor(during: PeriodInput!): Factor }
    type Factor @key(fields: "number") { number: Int! confidence: Confidence! }
    enum Confidence { SURE GUESSED }
    input PeriodInput { lessons: Int! }`,
};

export const NEIGHBOURS: readonly Subgraph[] = [INVENTORY, PROJECTS, BILLING];

/** A subgraph with some of its SDL replaced; what is to be replaced must be there. */
export function changed(subgraph: Subgraph, from: string, to: string): Subgraph {
  if (!subgraph.sdl.includes(from)) throw new Error(`${subgraph.name} has no "${from}"`);
  return { ...subgraph, sdl: subgraph.sdl.replace(from, to) };
}
