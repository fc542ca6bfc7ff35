import { readFileSync } from "node:fs";
import { buildSchema, parse, print } from "graphql";
import { compose } from "../../src/compose";
import { readConfig } from "../../src/process/config";
import { bare, COMPOSERS, fieldsOf } from "./support/composers";
import { BILLING, changed, INVENTORY, NEIGHBOURS, PROJECTS, type Subgraph } from "./support/neighbours";
import { ours, PUBLISHED, subgraph, withProject } from "./support/ours";
import { FIELDS, RICH } from "./support/rich-inventory";

describe.each(Object.entries(COMPOSERS))("%s's composer", (_name, composeAll) => {
  const problemsOf = (...subgraphs: Subgraph[]) => {
    const { errors, hints } = composeAll(subgraphs);
    return { errors, hints };
  };
  const CLEAN = { errors: [], hints: [] };

  describe("on the published subgraph and its neighbours", () => {
    const composed = composeAll([PUBLISHED, ...NEIGHBOURS]);

    it("finds nothing wrong, and nothing odd", () => {
      expect([composed.errors, composed.hints]).toEqual([[], []]);
    });

    it.each([
      [
        "Server",
        "(allocationRule: AllocationRule, cpuLoadPercent: Float, during: PeriodInput, gpuLoadPercent: Float): Footprint",
      ],
      ["Volume", "(during: PeriodInput): Footprint"],
      ["Bucket", "(during: PeriodInput): Footprint"],
      ["Cluster", "(during: PeriodInput, zone: String): Footprint"],
      ["Deployment", "(during: PeriodInput, gpuLoadPercent: Float, importedModelGb: Float): Footprint"],
    ])("gives a %s its footprint", (type, footprint) => {
      expect(fieldsOf(composed.api(), type)).toMatchObject({ id: "ID!", footprint });
    });

    it("leaves everything of the neighbours", () => {
      const api = composed.api();
      expect(fieldsOf(api, "Server")).toMatchObject({
        hostname: "String!",
        price: "Price!",
        project: "Project!",
      });
      expect(fieldsOf(api, "ClusterPool")).toEqual({
        nodeType: "String!",
        nodes: "Int!",
        autoscaling: "Boolean!",
      });
      expect(fieldsOf(api, "Project")).not.toHaveProperty("footprint");
      expect(Object.keys(fieldsOf(api, "Deployment"))).toContain("model");
      expect(Object.keys(fieldsOf(api, "LanguageModel"))).toContain("benchmarks");
    });

    it("has every query of ours as clients know it, asOf included", () => {
      const alone = fieldsOf(buildSchema(readFileSync("schema/schema.graphql", "utf8")), "Query");
      const federated = fieldsOf(composed.api(), "Query");
      expect(federated).toMatchObject(alone);
      expect(Object.keys(federated).filter((name) => !(name in alone))).toEqual(
        expect.arrayContaining(["server", "servers", "project", "projects", "currency"]),
      );
      expect(federated.instance).toBe("(asOf: Date, input: InstanceInput!): Instance");
    });

    it("shows clients nothing of what federation adds to a subgraph", () => {
      expect(fieldsOf(composed.api(), "Query")).not.toHaveProperty("_entities");
    });
  });

  it("has words of its own for others' types, which a composer remarks on where the owner has others", () => {
    const described = changed(INVENTORY, "type Server @key", '"A machine of ours." type Server @key');
    const composed = composeAll([PUBLISHED, described, PROJECTS, BILLING]);
    expect(composed.errors).toEqual([]);
    // A composer keeps one description of a name. That of the owner would be better, and is there where ours is not.
    for (const hint of composed.hints) expect(hint).toMatch(/^INCONSISTENT_DESCRIPTION: .*"Server"/s);
    expect(composed.api().getType("Server")?.description).toBeTruthy();
  });

  describe("on a Project", () => {
    const all = ["servers", "volumes", "buckets", "clusters", "deployments"];

    it.each([[["servers"]], [["clusters", "volumes"]], [all]])("with %j gives it a footprint", (lists) => {
      const composed = composeAll([withProject(...lists), ...NEIGHBOURS]);
      expect([composed.errors, composed.hints]).toEqual([[], []]);
      expect(fieldsOf(composed.api(), "Project")).toMatchObject({
        name: "String!",
        price: "Price!",
        footprint: "(during: PeriodInput): Footprint",
        servers: "[Server!]!",
      });
    });

    it("names the list that the inventory does not have", () => {
      const without = changed(INVENTORY, "clusters: [Cluster!]!", "");
      expect(problemsOf(withProject("servers", "volumes"), without, PROJECTS, BILLING)).toEqual(CLEAN);
      const { errors } = problemsOf(withProject("servers", "clusters"), without, PROJECTS, BILLING);
      expect(errors).toEqual([
        'Field "Project.clusters" is marked @external on all the subgraphs in which it is listed (subgraph "footprint").',
      ]);
    });

    it("names every list where nobody has a Project: why it is off by default", () => {
      const { errors } = problemsOf(
        withProject("servers", "volumes"),
        changed(changed(INVENTORY, "type Project @key", "type Tenant @key"), "project: Project!", ""),
      );
      expect(errors).toHaveLength(2);
      expect(errors.join()).toMatch(/Project\.servers.*Project\.volumes/s);
    });
  });

  describe("on what an inventory knows besides", () => {
    const told = (entityFields: string[], projectLists: string[] = []): Subgraph =>
      ours({ entityFields, projectLists });

    it("composes when it is told, and requires just that", () => {
      const footprint = told(FIELDS);
      expect(problemsOf(footprint, RICH, PROJECTS, BILLING)).toEqual(CLEAN);
      for (const requires of [
        "region controlPlane pools { nodeType nodes zone cpuLoadPercent } zone",
        "region nodeType nodes model { id } importedModelGb",
        "zone commercialType cpuLoadPercent",
        "zone storageClass sizeGb",
      ]) {
        expect(footprint.sdl).toContain(`@requires(fields: "${requires}")`);
      }
    });

    it("lets a Project require it too", () => {
      const footprint = told(FIELDS, ["clusters", "servers"]);
      expect(problemsOf(footprint, RICH, PROJECTS, BILLING)).toEqual(CLEAN);
      expect(footprint.sdl).toContain("servers { zone commercialType cpuLoadPercent }");
    });

    it("is refused where the inventory has it not, or otherwise", () => {
      const { errors } = problemsOf(told(FIELDS), INVENTORY, PROJECTS, BILLING);
      expect(errors.join("\n")).toMatch(/ClusterPool\.zone/);
      expect(problemsOf(PUBLISHED, RICH, PROJECTS, BILLING).errors.join("\n")).toMatch(/Volume\.sizeGb/);
    });

    it("is not in the published subgraph: whoever composes it has no more to own than before", () => {
      expect(told([]).sdl).toBe(PUBLISHED.sdl);
    });

    it.each([
      [["Server.zoen"], /no use for "Server\.zoen"\. There are Server\.zone, .*Cluster\.pools\.zone/],
      [["Nobody.zone"], /no use for "Nobody\.zone"/],
      [["Cluster.pools"], /no use for "Cluster\.pools"/],
      [["Server.zone: Zone!"], /the type of Server\.zone must be ID, String/],
      [["Server.zone: LanguageModel"], /the type of Server\.zone must be/],
    ])("stops the start for %j", (entityFields, message) => {
      expect(() => compose({ entityFields })).toThrow(message);
    });
  });

  it.each(["2.0", "2.3", "2.9"])("takes a neighbour of federation v%s", (version) => {
    const catalogue = subgraph(
      "catalogue",
      `type Query { models: [LanguageModel!]! }
       type LanguageModel @key(fields: "id", resolvable: false) { id: ID! }
       type Volume @key(fields: "id") { id: ID! attachedTo: Server }
       type Server @key(fields: "id", resolvable: false) { id: ID! }`,
      version,
    );
    expect(problemsOf(PUBLISHED, ...NEIGHBOURS, catalogue)).toEqual(CLEAN);
  });
});

it("the documentation lists what owners must have, to the letter", () => {
  const page = readFileSync("docs/federation.md", "utf8");
  const rows = [...page.matchAll(/^\| `(\w+)` \| (`.*?`) \|/gm)].map(([, type, fields = ""]) => [
    type,
    [...fields.matchAll(/`(.*?)`/g)].map(([, field]) => field).sort(),
  ]);
  const types = parse(PUBLISHED.sdl).definitions.flatMap((one) =>
    one.kind === "ObjectTypeDefinition" ? [one] : [],
  );
  const required = types.map(({ name, fields = [] }): [string, string[]] => [
    name.value,
    fields
      .filter(({ directives = [] }) => directives.some((one) => one.name.value === "external"))
      .map((field) => `${field.name.value}: ${print(field.type)}`)
      .sort(),
  ]);
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(required.filter(([, fields]) => fields.length > 0)),
  );
});

describe("names that no product has", () => {
  it("stop the start, and say which there are", () => {
    expect(() => compose({ entities: ["Server", "Sever"] })).toThrow(
      'FOOTPRINT_ENTITIES: no product has "Sever". There are Server, Volume, Bucket, Cluster, Deployment.',
    );
    expect(() => compose({ projectLists: ["severs"] })).toThrow(
      'FOOTPRINT_PROJECT: no product is listed as "severs". There are servers, volumes, buckets, clusters, deployments.',
    );
    expect(() => compose({ entities: ["Server"], projectLists: ["volumes"] })).toThrow(
      'no product is listed as "volumes". There are servers.',
    );
  });

  it("are read from the environment", () => {
    const read = (FOOTPRINT_ENTITIES?: string) => readConfig({ FOOTPRINT_ENTITIES }).entities;
    expect([read(), read(""), read("none"), read("Server, Volume")]).toEqual([
      null,
      null,
      [],
      ["Server", "Volume"],
    ]);
    expect(readConfig({ FOOTPRINT_PROJECT: "servers, volumes" }).projectLists).toEqual([
      "servers",
      "volumes",
    ]);
  });
});

describe("the composers", () => {
  const [apollo, guild] = [COMPOSERS.Apollo, COMPOSERS.Guild].map((composeAll) =>
    composeAll([PUBLISHED, ...NEIGHBOURS]),
  );
  const ONE_OF = "input ResourceInput @oneOf {";

  it("make the same of it, but for @oneOf: Apollo's drops it without a word, Guild's keeps it", () => {
    const [byApollo, byGuild] = [apollo, guild].map((one) => bare(one?.api() ?? buildSchema("scalar None")));
    expect(byApollo).not.toContain("@oneOf");
    expect(byGuild).toContain(ONE_OF);
    expect(byGuild?.replace(ONE_OF, "input ResourceInput {")).toBe(byApollo);
  });

  it("the supergraphs say the same of it", () => {
    expect(apollo?.supergraph).not.toContain("@oneOf");
    expect(guild?.supergraph).toMatch(/input ResourceInput [^{]*@oneOf/);
  });
});
