import { removeCopies, start, startGraph, TEXT } from "./support/mistaken-plugin";

afterEach(removeCopies);

/** The field of the place, and something that is shown besides, under the name of a field. */
const ZONE = / {4}zone: zone\([\s\S]*?\}\),\n/;
const TWICE = '  shows: { type: column("text", "Its type.", () => "x") },\n  notes:';

describe("a definition of a product", () => {
  it("is sound as it stands", () => {
    expect(() => start([TEXT, `${TEXT}\n`])).not.toThrow();
  });

  it.each([
    [
      "folder",
      / {2}folder: __dirname,\n/,
      "",
      'the product "publicGateway" needs "folder", a text: __dirname',
    ],
    ["load", / {2}load,\n/, "", 'needs "load", a function: tablesOf(…)'],
    ["offers", / {2}offers: \{/, "  oferrs: {", 'needs "offers", an object with of, id and called'],
    ["what an offer is called", / {4}called: .*\n/, "", 'needs "called" in "offers"'],
    ["recipe", / {2}recipe: .*\n/, "", 'needs "recipe", an object'],
    [
      "a recipe",
      "{ partsTable:",
      "{ partTable:",
      "with one of partsTable, parts, sharedPool, sharedServer, calculate, got",
    ],
    ["offer", "type: offer(", "type: zone(", "needs one field that names its offer, offer(…), got 0"],
    [
      "an offer that must be said",
      "type: offer(",
      "type: ((one) => ({ ...offer(one), isOptional: true }))(",
      "names its offer, it is no optional(…) one",
    ],
    ["a name of a field", "zone: zone(", '"zone-of": zone(', 'letters and digits for its field "zone-of"'],
    ["a role", "zone: zone(", "zone: String(", 'needs a role for its field "zone": offer(…), zone(…)'],
    [
      "a sentence",
      / {6}input: "Name of the type[^\n]*\n/,
      "",
      'needs a sentence, "input", for its field "type"',
    ],
    ["a type", '"number",', '"numbr",', 'shows "bandwidthGbps" as "numbr". Did you mean number?'],
    [
      "a kind",
      'kind: "publicGateway"',
      'kind: "public gateway"',
      'needs "kind", a name of letters and digits',
    ],
    [
      "a kind of its own",
      'kind: "publicGateway"',
      'kind: "instance"',
      'two plugins are the product "instance": leave one',
    ],
    [
      "a name of its own",
      '"Public Gateway",',
      '"VM",',
      'the products "instance" and "publicGateway" have one name, "vm"',
    ],
    ["a type of its own", '"PublicGatewayType"', '"LoadBalancerType"', "have one type of the graph"],
    ["a list of offers", / {6}offer: \{ name.*\n/, "", 'needs "offer" in "offers.list", an object with name'],
    [
      "what reads a column",
      ", ({ name }: GatewayType) => name)",
      ")",
      'needs "of" in "offers.list.columns.name"',
    ],
    ["columns", / {6}columns: \{[\s\S]*?\n {6}\},\n/, "", 'needs "columns"'],
    [
      "what it shows",
      "  notes:",
      "  shows: { extra: 3 as never },\n  notes:",
      'needs an object as "extra" in "shows"',
    ],
    ["an object", / {2}recipe: .*\n/, "  recipe: [] as never,\n", 'needs "recipe", an object'],
    ["words", '"A Public Gateway: a type in a zone."', '" "', 'needs "description" in "input", a text'],
    ["a use", "  notes:", "  note:", 'has no use for "note". Did you mean notes?'],
    [
      "a use in a member",
      "    aliases:",
      "    alias:",
      'has no use for "alias" in "product". Did you mean aliases?',
    ],
    [
      "notes by a function",
      / {2}notes: .*\n/,
      '  notes: "An address.",\n',
      'needs "notes", a function: a list of notes',
    ],
    [
      "a cost",
      "  folder:",
      "  cost: { total: 1, components: [] },\n  folder:",
      'needs "totals" in "cost", a number',
    ],
    [
      "one recipe",
      "parts.values() }",
      "parts.values(), calculate: () => 0 }",
      'has no use for "calculate" in "recipe"',
    ],
    [
      "what a result depends on",
      / {2}recipe: .*\n/,
      "  recipe: { calculate: () => 0 } as never,\n",
      'needs "readsFactorsAlone" in "recipe"',
    ],
    [
      "a code",
      "    called:",
      '    unknown: "no such type",\n    called:',
      'needs "unknown" in "offers", a code',
    ],
    ["a place", ZONE, "", "needs a field that says its place, zone(…) or region(…)"],
    [
      "a place that must be said",
      "zone: zone(",
      "zone: ((one) => ({ ...zone(one), isOptional: true }))(",
      "says its place",
    ],
    [
      "offers by name",
      "({ types }) => types",
      "({ types }) => [...types.values()]",
      'from "offers.of", a Map: ',
    ],
    ["offers of a table", "({ types }) => types", "({ typs }) => typs", "the catalogue has types, parts"],
    ["a catalogue", "  load,\n", "  load: () => undefined as never,\n", 'needs the catalogue from "load"'],
    ["the name of an offer", "({ name }: GatewayType) => name,", '() => "",', 'from "offers.id"'],
    [
      "a known place",
      "    called:",
      '    places: () => ["fr-par-9"],\n    called:',
      'is none: Unknown zone "fr-par-9"',
    ],
    ["rows", "parts.values()", "parts", 'needs rows from "recipe.partsTable"'],
    [
      "rows of a table",
      "({ parts }) => parts.values()",
      "({ part }) => part",
      'needs rows from "recipe.partsTable"',
    ],
    ["one thing shown", "  notes:", TWICE, 'shows "type" twice, as its field and in "shows"'],
    ["a contract", '  contract: "1.0",\n', "", "does not say which version of the contract"],
    [
      "a contract that fits",
      'contract: "1.0"',
      'contract: "2.0"',
      "is written for version 2.0 of the contract",
    ],
  ])("that lacks %s stops the start and says so", (_what, from, to, message) => {
    expect(() => start([from, to])).toThrow(message);
  });

  it.each([
    [
      "a kind of its own word",
      'kind: "publicGateway"',
      'kind: "constructor"',
      'needs "kind", a name of letters',
    ],
    [
      "aliases in words",
      'aliases: ["vpc-gateway"]',
      "aliases: [3 as never]",
      'needs "aliases" in "product", a list of texts',
    ],
    [
      "a cost above nothing",
      "  folder:",
      "  cost: { totals: -1, components: [1] },\n  folder:",
      'needs "totals" in "cost", a number, 0 or more',
    ],
    [
      "components that are counted",
      "  folder:",
      '  cost: { totals: 1, components: ["a" as never] },\n  folder:',
      'needs "components" in "cost", a list of numbers',
    ],
    [
      "what an owner has",
      "  notes:",
      '  entity: { name: "Way", description: "A way.", listedAs: "ways" },\n  notes:',
      'has the entity "Way" and no field that every owner has',
    ],
    [
      "a type that is known",
      "  notes:",
      '  shows: { extra: { type: { enumm: 3 } as never, description: "X.", of: () => 1 } },\n  notes:',
      'shows "extra" as an object that needs one of enum, records, shared',
    ],
    [
      "columns in its list",
      / {6}columns: \{[\s\S]*?\n {6}\},\n/,
      "      columns: {},\n",
      'needs "columns" in "offers.list"',
    ],
    [
      "kinds as texts",
      "parts.values() }",
      "parts.values(), composes: [3 as never] }",
      'needs "composes" in "recipe", a list of texts',
    ],
    [
      "parts that there are",
      "parts.values() }",
      'parts.values(), composes: ["instnace"] }',
      'consists of "instnace", which is no product of the graph. Did you mean instance?',
    ],
    ["data at once", "  load,\n", "  load: (async () => ({})) as never,\n", "at once, and got a promise"],
    [
      "data that can be read",
      "  load,\n",
      '  load: () => { throw new Error("no disk"); },\n',
      'the function "load" of the product "publicGateway" failed: no disk',
    ],
    [
      "offers that can be read",
      "({ types }) => types",
      '() => { throw new Error("no types"); }',
      'the function "offers.of" of the product "publicGateway" failed: no types',
    ],
    [
      "one name for each offer",
      "({ name }: GatewayType) => name,",
      "(type: GatewayType) => type.instance_type,",
      'has the offer "VPC-GW-S", which "offers.id" calls "PRO2-XXS"',
    ],
  ])("that lacks %s is told so, too", (_what, from, to, message) => {
    expect(() => start([from, to])).toThrow(message);
  });

  it.each([
    ["footprint", "shows"],
    ["spec", "shows"],
    ["checked", "shows"],
  ])("that shows %s, which every resource has for something else, stops the start", (name) => {
    const shown = `  shows: { ${name}: column("text", "X.", () => "x") },\n  notes:`;
    expect(() => startGraph(["  notes:", shown])).toThrow(
      `"publicGateway" shows "${name}", a name that every`,
    );
  });

  it.each([
    [
      "a list with one type for offers and resources",
      '"PublicGatewayType"',
      '"PublicGateway"',
      "has two types of the graph",
    ],
    [
      "an input in its cost that there is not",
      "  folder:",
      "  cost: { totals: 1, components: [1], inputs: { Nope: { totals: 1, components: [] } } },\n  folder:",
      "names an input in its cost that the graph does not have: Nope",
    ],
  ])("with %s stops the start of the graph", (_what, from, to, message) => {
    expect(() => startGraph([from, to])).toThrow(message);
  });

  it("whose version of the contract is another one is told so before what that version has", () => {
    const other = ['contract: "1.0"', 'contract: "2.0",\n  later: 1'] as const;
    expect(() => start(other)).toThrow("is written for version 2.0 of the contract");
  });
});
