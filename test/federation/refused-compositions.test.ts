import { COMPOSERS, fieldsOf } from "./support/composers";
import { BILLING, changed, INVENTORY, NEIGHBOURS, PROJECTS, type Subgraph } from "./support/neighbours";
import { PUBLISHED, subgraph, withEntities } from "./support/ours";

describe.each(Object.entries(COMPOSERS))("%s's composer", (_name, composeAll) => {
  const problemsOf = (...subgraphs: Subgraph[]) => {
    const { errors, hints } = composeAll(subgraphs);
    return { errors, hints };
  };
  const CLEAN = { errors: [], hints: [] };

  describe("refuses", () => {
    it.each([
      [
        "an owner without a field that is required",
        changed(INVENTORY, "zone: String! commercialType", "commercialType"),
        ['Field "Server.zone" is marked @external on all the subgraphs'],
      ],
      [
        "an owner whose field can be null",
        changed(INVENTORY, "commercialType: String!", "commercialType: String"),
        [
          'Type of field "Server.commercialType" is incompatible',
          'it has type "String" in subgraph "inventory"',
        ],
      ],
      [
        "an owner with whole gigabytes",
        changed(INVENTORY, "sizeGb: Float!", "sizeGb: Int!"),
        ['Type of field "Volume.sizeGb" is incompatible', '"Int!"', '"Float!"'],
      ],
      [
        "an owner with another key, so that nobody leads to us",
        changed(
          INVENTORY,
          'type Volume @key(fields: "id") { id: ID!',
          'type Volume @key(fields: "urn") { urn: ID!',
        ),
        ["Volume"],
      ],
    ])("%s", (_what, inventory, words) => {
      const { errors } = problemsOf(PUBLISHED, inventory, PROJECTS, BILLING);
      expect(errors.length).toBeGreaterThan(0);
      for (const word of words) expect(errors.join("\n")).toContain(word);
    });

    it("this subgraph without the owners of what it adds to", () => {
      const { errors } = problemsOf(PUBLISHED);
      const fields = errors.map((error) => /^Field "(\w+\.\w+)"/.exec(error)?.[1]);
      expect(new Set(fields.map((field) => field?.split(".")[0]))).toEqual(
        new Set(["Server", "Volume", "Bucket", "Cluster", "ClusterPool", "Deployment"]),
      );
    });

    it("no subgraph that is told which owners there are", () => {
      expect(problemsOf(withEntities())).toEqual(CLEAN);
      const servers = subgraph(
        "servers",
        'type Query { servers: [Server!]! } type Server @key(fields: "id") { id: ID! zone: String! commercialType: String! }',
      );
      expect(problemsOf(withEntities("Server"), servers)).toEqual(CLEAN);
      expect(problemsOf(withEntities("Server", "Volume"), servers).errors.join()).toContain("Volume.sizeGb");
    });

    it("a footprint that somebody else gives to a server too", () => {
      const rival = subgraph("rival", 'type Server @key(fields: "id") { id: ID! footprint: Float! }');
      expect(problemsOf(PUBLISHED, ...NEIGHBOURS, rival).errors.join()).toContain("Server.footprint");
    });
  });

  describe("and names that are global in a supergraph", () => {
    it.each([
      ["a type of the same name that is another thing", "type Component { serialNumber: String! }"],
      ["an entity of the same name", 'type Product @key(fields: "sku") { sku: ID! price: Float! }'],
      ["an enum of the same name for another thing", "input Q { b: Bound } enum Bound { INBOUND OUTBOUND }"],
    ])("refuses %s", (_what, sdl) => {
      const query = sdl.includes("enum")
        ? "type Query { other(q: Q): Bound }"
        : `type Query { other: ${sdl.split(" ")[1]} }`;
      const { errors } = problemsOf(PUBLISHED, ...NEIGHBOURS, subgraph("other", `${query} ${sdl}`));
      expect(errors.length).toBeGreaterThan(0);
    });

    /** The whole type as we publish it, but for what asking us costs. */
    const copyOf = (name: string): string => {
      const [type = ""] = new RegExp(`^(type|enum) ${name} [\\s\\S]*?^}`, "m").exec(PUBLISHED.sdl) ?? [];
      return type.replace(/ @(cost|listSize)\([^)]*\)/g, "");
    };

    it("lets a neighbour answer with a value of ours, copied whole", () => {
      const offsets = subgraph(
        "offsets",
        `type Query { offset: Impact! } ${copyOf("Impact")} ${copyOf("Bound")}`,
      );
      const composed = composeAll([PUBLISHED, ...NEIGHBOURS, offsets]);
      expect([composed.errors, composed.hints.filter((hint) => !/DESCRIPTION/.test(hint))]).toEqual([[], []]);
      expect(fieldsOf(composed.api(), "Query").offset).toBe("Impact!");
    });

    it("refuses a copy that lacks a field: what is missing could not be fetched", () => {
      const offsets = subgraph(
        "offsets",
        `type Query { offset: Impact! } type Impact @shareable { kgCo2Equivalent(bound: Bound! = EXPECTED): Float! } ${copyOf("Bound")}`,
      );
      const { errors } = problemsOf(PUBLISHED, ...NEIGHBOURS, offsets);
      expect(errors.join()).toContain('cannot find field "Impact.kwhFinalEnergy"');
    });

    it("refuses a copy that is not shareable", () => {
      const offsets = subgraph(
        "offsets",
        `type Query { offset: Impact! } ${copyOf("Impact").replace("@shareable", "")} ${copyOf("Bound")}`,
      );
      expect(problemsOf(PUBLISHED, ...NEIGHBOURS, offsets).errors.join()).toContain("Impact.kgCo2Equivalent");
    });
  });
});
