import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeEstimates, PLUGINS } from "../../src/compose-estimates";
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

function start(...mistakes: (readonly [from: string | RegExp, to: string, file?: string])[]): void {
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
  composeEstimates({ plugins: [...OTHERS, ...loadExternalPlugins([copy], tmpdir())] });
}

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
    ["a role", "zone: zone(", "zone: String(", 'needs a role for its field "zone": offer(…), zone(…)'],
    [
      "a sentence",
      / {6}input: "Name of the type[^\n]*\n/,
      "",
      'needs a sentence, "input", for its field "type"',
    ],
    ["a type", '"number",', '"numbr",', 'shows "bandwidthGbps" as "numbr": there are text, texts, number'],
    ["a kind", 'kind: "publicGateway"', 'kind: "public gateway"', "needs a kind that is a name"],
    ["a kind of its own", 'kind: "publicGateway"', 'kind: "instance"', "have one kind, "],
    [
      "a name of its own",
      '"Public Gateway",',
      '"VM",',
      'the products "instance" and "publicGateway" have one name, "vm"',
    ],
    ["a query of its own", '"publicGatewayTypes"', '"instanceTypes"', 'have one query, "instanceTypes"'],
    ["a type of its own", '"PublicGatewayType"', '"LoadBalancerType"', "have one type of the graph"],
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
