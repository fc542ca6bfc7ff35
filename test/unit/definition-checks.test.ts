import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ComposedEstimates, composeEstimates, PLUGINS } from "../../src/compose-estimates";
import { loadExternalPlugins } from "../../src/process/external-plugins";
import { publicGateway } from "../external/public-gateway";

/** The smallest plugin from outside, with a mistake in its text as a newcomer makes it. */
const FOLDER = join(__dirname, "../external/public-gateway");
const DOOR = join(__dirname, "../../src/plugin-kit");
const TEXT = readFileSync(join(FOLDER, "index.ts"), "utf8");

/** The built-in products without that one, where it has become built in. */
const OTHERS = PLUGINS.filter(({ kind }) => kind !== publicGateway.kind);

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "footprint-mistake-"));
});
afterEach(() => rmSync(copy, { recursive: true }));

function start(
  ...mistakes: (readonly [from: string | RegExp, to: string, file?: string])[]
): ComposedEstimates {
  cpSync(FOLDER, copy, { recursive: true });
  for (const [from, to, file = "index.ts"] of mistakes) {
    const text = readFileSync(join(copy, file), "utf8");
    const changed = text.replace(from, to);
    if (changed === text) throw new Error("the mistake is not in the text");
    writeFileSync(join(copy, file), changed);
  }
  // It stands elsewhere, and the door of plugins where it was.
  const index = readFileSync(join(copy, "index.ts"), "utf8");
  writeFileSync(join(copy, "index.ts"), index.replace("../../../src/plugin-kit", DOOR));
  return composeEstimates({ plugins: [...OTHERS, ...loadExternalPlugins([copy], tmpdir())] });
}

/** The field of the place, and something that is shown besides, under the name of a field. */
const ZONE = / {4}zone: zone\([\s\S]*?\}\),\n/;
const TWICE = '  shows: { type: column("text", "Its type.", () => "x") },\n  notes:';

/** Fields added to the description, and what is said of them. */
const FIELD = /^ {2}fields: \{\n/m;

describe("a description of a product", () => {
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
    ['amount({ limits: { minimum: 0 }, input: "Size." })', 'needs "unit" for its field "extra"'],
    ['amount({ unit: "GB", input: "Size." })', 'needs "limits" for its field "extra"'],
    [
      'amount({ unit: "GB", limits: { maximum: 1 }, input: "Size." })',
      'needs "limits" for its field "extra"',
    ],
    ['amount({ unit: "GB", limits: { minimum: 2, maximum: 1 }, input: "Size." })', "from 2 to 1"],
    [
      'amount({ unit: "GB", limits: { minimum: 2 }, default: 1, input: "Size." })',
      "not within its limits: 1",
    ],
    [
      'amount({ unit: "GB", limits: { minimum: 0 }, default: "1", input: "Size." })',
      'not within its limits: "1"',
    ],
    [
      'amount({ unit: "GB", limits: { minimum: 0, maximum: 1 }, default: 2, input: "Size." })',
      "its limits: 2",
    ],
    ['count({ unit: "node", limits: { minimum: 0 }, default: 0.5, input: "Nodes." })', "its limits: 0.5"],
    ['optional(percent({ default: 5, input: "Load." }))', "either optional(…) or a default"],
    ['choice({ input: "Way." })', 'needs "choices" for its field "extra"'],
    ['choice({ choices: [], input: "Way." })', 'needs "choices" for its field "extra"'],
    ['choice({ choices: ["up", "down"], default: "dow", input: "Way." })', '"dow". Did you mean down?'],
    ['yesNo({ input: "Way." })', "needs a default"],
    [
      'nested({ input: "All.", nested: { name: "X", description: "X.", fields: { one: amount({ input: "A." }) } } })',
      'needs "unit" for its field "extra.one"',
    ],
    ['offer({ input: "Another." })', "needs one field that names its offer, offer(…), got 2"],
    [
      'amount({ unit: "GB", limits: { minimum: 0, maximum: { series: "public-gateway.count" } }, default: 0, input: "Size." })',
      'limits of "extra": there is no factor "public-gateway.count". Did you mean public-gateway.',
    ],
  ])("with a field that is %s is told which one, and why", (field, message) => {
    const named = [FIELD, `  fields: {\n    extra: ${field} as never,\n`] as const;
    const imported = [
      "import {",
      "import { amount, choice, count, nested, optional, percent, yesNo,",
    ] as const;
    expect(() => start(named, imported)).toThrow(message);
  });

  it("that derives a value by the name of a field says so with the first specification", () => {
    const derived = ["  notes:", "  derive: () => ({ zone: 3, type: 1 }),\n  notes:"] as const;
    const session = start(derived).sessionAt(new Date());
    expect(() => session.product("publicGateway").fields).toThrow('derives "zone", which is a field');
  });

  it("whose version of the contract is another one is told so before what that version has", () => {
    const other = ['contract: "1.0"', 'contract: "2.0",\n  later: 1'] as const;
    expect(() => start(other)).toThrow("is written for version 2.0 of the contract");
  });

  it.each([
    [
      "a column that is not there",
      "types.csv",
      ",instance_type",
      ",instance",
      "row 1, column instance_type: missing column",
    ],
    ["a column of no use", "types.csv", "name,", "nam,", "row 1, column nam: unknown column"],
    [
      "a unit that is none",
      "counts.csv",
      ",0.333,3,-,",
      ",0.333,3,pieces,",
      'row 2, column unit: unknown unit "pieces". There are',
    ],
    [
      "a number that is none",
      "counts.csv",
      ",1,0.333",
      ",one,0.333",
      'row 2, column value: "one" is not a number',
    ],
    [
      "a kind of component that is none",
      "parts.csv",
      ",NODE,",
      ",NODES,",
      'row 2, column kind: "NODES" is not one of',
    ],
    [
      "nobody who shares",
      "parts.csv",
      "public-gateway.control-plane.gateways",
      "0",
      '"0" is none that share it',
    ],
    [
      "a product that is none",
      "parts.csv",
      ",NODE,instance,",
      ",NODE,fridge,",
      'column product: no product of the graph is "fridge" and says its fields. There are instance, blockVolume',
    ],
    ["no source", "counts.csv", /"?Assumption: one small[^,]*/, "", "row 2, column source: is empty"],
    [
      "an Instance that is none",
      "types.csv",
      "PRO2-XXS",
      "PRO2-XXXS",
      'row 2, column offer: instance has no offer "PRO2-XXXS"',
    ],
  ])("with %s in a file is told file, row and column", (_what, file, from, to, message) => {
    expect(() => start([from, to, join("data", `public-gateway-${file}`)])).toThrow(message);
  });

  it("may have a unit of its own, which it declares", () => {
    const factors = 'factors: ["public-gateway-counts"]';
    const declared = [factors, `${factors}, units: ["requests/s"]`] as const;
    const used = [",0.333,3,-,", ",0.333,3,requests/s,", join("data", "public-gateway-counts.csv")] as const;
    expect(() => start(declared, used)).not.toThrow();
  });
});
