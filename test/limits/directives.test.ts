import { composeServices as composeByApollo } from "@apollo/composition";
import { composeServices as composeByGuild } from "@theguild/federation-composition";
import { buildASTSchema, isObjectType, parse } from "graphql";
import { compose } from "../../src/compose";
import { ObjectCounts } from "../../src/graphql/limits";
import { managedDatabases } from "../external/managed-databases";
import { withOutside } from "../external/support/with-outside";
import { SCHEMA } from "../support/schema";
import { usualComposition } from "../support/usual";

const SUBGRAPH = usualComposition().schema.subgraphSdl;
/** Whose things get a footprint here. */
const OWNERS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { ping: Boolean }
  type Bucket @key(fields: "id") { id: ID! region: String! storageClass: String! storedGb: Float! }
  type Cluster @key(fields: "id") { id: ID! controlPlane: String! region: String! pools: [ClusterPool!]! }
  type ClusterPool { nodeType: String! nodes: Int! }
  type Deployment @key(fields: "id") { id: ID! region: String! nodeType: String! nodes: Int! }
  type Server @key(fields: "id") { id: ID! commercialType: String! zone: String! }
  type Volume @key(fields: "id") { id: ID! zone: String! storageClass: String! sizeGb: Float! }
`;
const services = [
  { name: "footprint", typeDefs: parse(SUBGRAPH), url: "http://localhost:1" },
  { name: "owners", typeDefs: parse(OWNERS), url: "http://localhost:2" },
];

describe("what the subgraph says of costs", () => {
  it.each([
    ["Apollo's composition", () => composeByApollo(services)],
    ["that of The Guild", () => composeByGuild(services)],
  ])("is taken over by %s", (_, composed) => {
    const { errors, supergraphSdl } = composed();
    expect(errors?.map(({ message }) => message) ?? []).toEqual([]);
    expect(supergraphSdl).toMatch(/@listSize\(assumedSize: 12/);
    expect(supergraphSdl).toMatch(/@cost\(weight: 0\)/);
  });

  it("is what the model of the running schema says", () => {
    const printed = buildASTSchema(parse(SUBGRAPH), { assumeValidSDL: true });
    const [written, run] = [new ObjectCounts(printed), new ObjectCounts(SCHEMA)];
    const types = Object.values(printed.getTypeMap()).filter(isObjectType);
    const weights = types.map((type) => [type.name, written.isObject(type)]);
    expect(weights).toEqual(types.map(({ name }) => [name, run.isObject(SCHEMA.getType(name) as never)]));
  });

  it.each([
    /\n {2}instance\([\s\S]*?\n {2}\): Instance @cost\(weight: 1\)/,
    /\n {2}portfolio\([\s\S]*?\n {2}\): Portfolio @cost\(weight: 1\)/,
    /alternatives\([\s\S]*?\): \[Alternative!\] @listSize\(assumedSize: 12\)/,
    /type Impact @shareable @cost\(weight: 0\)/,
    /resource: ResourceInput! @cost\(weight: 0\)/,
  ])("is printed: %s", (expected) => {
    expect(SUBGRAPH).toMatch(expected);
  });

  it("is said of products from outside without their doing", () => {
    const { subgraphSdl } = compose({ plugins: withOutside(managedDatabases) }).schema;
    expect(subgraphSdl).toMatch(/\n {2}managedDatabase\([\s\S]*?\n {2}\): \w+! @cost\(weight: 1\)/);
  });

  it("is left out of the schema that clients read", () => {
    expect(usualComposition().schema.sdl).not.toMatch(/@cost|@listSize/);
  });
});
