import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { growingMaps } from "./support/growing-maps";

const ROOT = join(__dirname, "..", "..");
/** What makes a cache with a bound, or hangs something on an owner for as long as there is one. */
const MAKES_A_CACHE = /new (LRUCache|WeakMap|WeakSet)\b/;
/** In the table of caches: the file that has it, in its own column. */
const ROW = /^\| `((?:src|plugins|schema)\/[^`]+\.ts)` \|/gm;

/** Files whose objects have maps that grow and are no caches, by what ends those objects or bounds the maps. */
const ENDS_WITH_ITS_OWNER: Readonly<Record<string, readonly string[]>> = {
  "a request": [
    "src/answers/portfolio.ts",
    "src/answers/remote/portfolio.ts",
    "src/estimates/engine-session.ts",
    "src/estimates/same-inputs.ts",
    "src/graphql/compiled/texts-of-run.ts",
    "src/graphql/context.ts",
    "src/graphql/limits/work.ts",
    "src/server/threads/remote-process.ts",
  ],
  "the requests that are being answered": ["src/server/deadline.ts"],
  "the reading of a plan": [
    "src/terraform/resolve/configuration.ts",
    "src/terraform/resolve/values.ts",
    "src/terraform/usage.ts",
  ],
  "a comparison": [
    "src/answers/remote/rebuilt.ts",
    "src/core/differences/difference-range.ts",
    "src/core/differences/differing-quantities.ts",
    "src/core/differences/polynomial.ts",
    "src/core/differences/ranking.ts",
    "src/core/differences/tape.ts",
    "src/core/differences/uncertain-tape.ts",
    "src/terraform/figures/row-changes.ts",
  ],
  "an answer of the command": ["src/cli/footprint/reports/explanation.ts"],
  "a list of calculations": ["src/core/formulas/expression.ts", "src/core/formulas/listing.ts"],
  "the price of a document": ["src/graphql/limits/pricing.ts"],
  "the reading of data": [
    "plugins/instance/calibration/derive.ts",
    "plugins/instance/calibration/in-step.ts",
    "src/core/factors/data-folder.ts",
    "src/core/factors/known-series.ts",
    "src/product/parts-of-table.ts",
  ],
  "a check of a plugin": ["src/plugin-kit/finding.ts"],
  "so many factors, products or places as there are": [
    "src/core/contract/product-names.ts",
    "src/core/contract/representation.ts",
    "src/core/engine/calculators.ts",
    "src/core/factors/factor-book.ts",
    "src/server/health.ts",
  ],
  "the reading of a spreadsheet": [
    "src/spreadsheet/column-style.ts",
    "src/spreadsheet/json-table.ts",
    "src/spreadsheet/nested-entries.ts",
    "src/spreadsheet/products.ts",
    "src/spreadsheet/read-line.ts",
    "src/spreadsheet/remarks.ts",
  ],
  "a connection": ["src/server/connections.ts", "src/server/deadline.ts", "src/server/unsent-bytes.ts"],
  "clients that wait": ["src/server/threads/fair-queue.ts"],
};

function sourceFiles(): string[] {
  return ["src", "plugins", "schema"]
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
    )
    .filter((file) => file.endsWith(".ts"));
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

describe("the list of caches", () => {
  const listed = [...textOf("docs/performance.md").matchAll(ROW)].map(([, file]) => file as string);
  const owned = Object.values(ENDS_WITH_ITS_OWNER).flat();

  it("has every file that makes one", () => {
    const files = sourceFiles().filter((file) => MAKES_A_CACHE.test(textOf(file)));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it("has every file with a map of its module that grows", () => {
    const files = sourceFiles().filter((file) => growingMaps(textOf(file)).ofModule.length > 0);
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it("has every file whose objects have one, unless it is known what ends them", () => {
    const files = sourceFiles().filter((file) => growingMaps(textOf(file)).ofObjects.length > 0);
    expect(files.filter((file) => !listed.includes(file) && !owned.includes(file))).toEqual([]);
    expect(owned.filter((file) => !sourceFiles().includes(file) || listed.includes(file))).toEqual([]);
  });

  it("has each file once, and none that makes none", () => {
    expect(new Set(listed).size).toBe(listed.length);
    const makesNone = (file: string): boolean =>
      !/new (LRUCache|WeakMap|WeakSet|Map|Set)\b/.test(textOf(file));
    expect(listed.filter(makesNone)).toEqual([]);
  });
});

describe("a map that grows", () => {
  it.each([
    ["const known = new Map<string, number>();\nexport const f = () => known.set('a', 1);", ["known"], []],
    ["export let known: Map<string, A> = new Map();\ngetOrInsert(known, 'a', b);", ["known"], []],
    [
      "class A {\n  private readonly known = new Set<string>();\n  a() {\n    this.known.add('a');\n  }\n}",
      [],
      ["known"],
    ],
    ["class A {\n  static #known = new Map();\n  a() {\n    A.#known.set(1, 2);\n  }\n}", [], ["#known"]],
    ["const known = new Map([[1, 2]]);\nknown.get(1);", [], []],
    ["function f() {\n  const known = new Map();\n  known.set(1, 2);\n}", [], []],
  ])("is found where it is of a module or an object: %j", (text, ofModule, ofObjects) => {
    expect(growingMaps(text)).toEqual({ ofModule, ofObjects });
  });
});
