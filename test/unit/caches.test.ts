import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { growingCollections } from "./support/growing-collections";

const ROOT = join(__dirname, "..", "..");
/** What makes a cache with a bound, or hangs something on an owner for as long as there is one. */
const MAKES_A_CACHE = /new (LRUCache|WeakMap|WeakSet|DataLoader)\b/;
/** In the table of caches: the file that has it, in its own column. */
const ROW = /^\| `((?:src|plugins|schema)\/[^`]+\.ts)` \|/gm;

/** Files with collections that grow and are no caches, by what ends or bounds them. */
const ENDS_WITH_ITS_OWNER: Readonly<Record<string, readonly string[]>> = {
  "a request": [
    "src/library/portfolio.ts",
    "src/library/remote/portfolio.ts",
    "src/estimates/portfolio/distinct-item.ts",
    "src/estimates/session/engine-session.ts",
    "src/estimates/portfolio/same-inputs.ts",
    "src/graphql/compiled/texts-of-run.ts",
    "src/graphql/context.ts",
    "src/graphql/errors/input-mistakes.ts",
    "src/graphql/limits/cost/inputs/requested-work.ts",
    "src/server/threads/remote-process.ts",
  ],
  "the requests that are being answered": ["src/server/deadline.ts"],
  "the reading of a plan": [
    "src/terraform/resolve/configuration.ts",
    "src/terraform/resolve/resources.ts",
    "src/terraform/resolve/values.ts",
    "src/terraform/usage.ts",
  ],
  "a comparison": [
    "src/library/remote/rebuilt.ts",
    "src/core/differences/component-difference.ts",
    "src/core/differences/difference-range.ts",
    "src/core/differences/differing-quantities.ts",
    "src/core/differences/polynomial.ts",
    "src/core/differences/ranking.ts",
    "src/core/differences/tape.ts",
    "src/core/differences/uncertain-tape.ts",
    "src/estimates/footprint-difference.ts",
    "src/terraform/figures/row-changes.ts",
  ],
  "a run of a command": [
    "src/cli/footprint/options/resource.ts",
    "src/cli/footprint/reports/explanation.ts",
    "src/tools/product-catalogue/page-sieve.ts",
  ],
  "a list of calculations": ["src/core/formulas/expression.ts", "src/core/formulas/listing.ts"],
  "the cost of a document": ["src/graphql/limits/cost/selections/selection-costs.ts"],
  "the reading of data": [
    "plugins/instance/calibration/derive.ts",
    "plugins/instance/calibration/in-step.ts",
    "plugins/instance/calibration/inputs.ts",
    "src/core/factors/data-folder.ts",
    "src/core/factors/known-series.ts",
    "src/product/parts-table/parts-of-table.ts",
  ],
  "a check of a plugin": ["src/plugin-kit/finding.ts"],
  "so many factors, products or places as there are": [
    "src/compose.ts",
    "src/core/contract/product-names.ts",
    "src/core/contract/representation.ts",
    "src/core/engine/calculators.ts",
    "src/core/factors/factor-book.ts",
    "src/server/pages/health.ts",
  ],
  "the reading of a spreadsheet": [
    "src/spreadsheet/column-style.ts",
    "src/spreadsheet/json-table.ts",
    "src/spreadsheet/nested-entries.ts",
    "src/spreadsheet/products.ts",
    "src/spreadsheet/read-line.ts",
    "src/spreadsheet/remarks.ts",
    "src/spreadsheet/resource-cells.ts",
    "src/spreadsheet/table.ts",
  ],
  "a connection": [
    "src/server/connections.ts",
    "src/server/deadline.ts",
    "src/server/answer/unsent-bytes.ts",
  ],
  "the printing of an answer": [
    "src/graphql/compiled/object-string.ts",
    "src/graphql/compiled/pieces.ts",
    "src/server/answer/gzip-pieces.ts",
  ],
  "a turn of the event loop": ["src/estimates/session/turns.ts", "src/server/answer/end-of-turn.ts"],
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

  const growing = sourceFiles().map((file) => ({ file, ...growingCollections(textOf(file)) }));

  it("has every file that makes one", () => {
    const files = sourceFiles().filter((file) => MAKES_A_CACHE.test(textOf(file)));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it("has every file with a collection of its module that grows, unless it is known what empties it", () => {
    const files = growing.filter(({ ofModule }) => ofModule.length > 0).map(({ file }) => file);
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter((file) => !listed.includes(file) && !owned.includes(file))).toEqual([]);
  });

  it("has every file whose objects or closures have one, unless it is known what ends them", () => {
    const files = growing
      .filter(({ ofObjects, ofClosures }) => ofObjects.length + ofClosures.length > 0)
      .map(({ file }) => file);
    expect(files.filter((file) => !listed.includes(file) && !owned.includes(file))).toEqual([]);
    const all = growing.filter(
      ({ ofModule, ofObjects, ofClosures }) => [ofModule, ofObjects, ofClosures].flat().length > 0,
    );
    const known = all.map(({ file }) => file);
    expect(owned.filter((file) => !known.includes(file) || listed.includes(file))).toEqual([]);
  });

  it("has each file once, and none that makes none", () => {
    expect(new Set(listed).size).toBe(listed.length);
    const makesNone = (file: string): boolean =>
      !/new (LRUCache|WeakMap|WeakSet|DataLoader|Map|Set)\b/.test(textOf(file));
    expect(listed.filter(makesNone)).toEqual([]);
  });
});

describe("a collection that grows", () => {
  const ofModule = { ofModule: ["known"], ofObjects: [], ofClosures: [] };
  const ofObjects = { ofModule: [], ofObjects: ["known"], ofClosures: [] };
  const ofClosures = { ofModule: [], ofObjects: [], ofClosures: ["known"] };
  const none = { ofModule: [], ofObjects: [], ofClosures: [] };
  it.each([
    ["const known = new Map<string, number>();\nexport const f = () => known.set('a', 1);", ofModule],
    ["export let known: Map<string, A> = new Map();\ngetOrInsert(known, 'a', b);", ofModule],
    [
      "const known: Record<string, A> = {};\nexport function f(a: string) {\n  known[a] ??= g(a);\n}",
      ofModule,
    ],
    ["const known = Object.create(null);\nexport const f = (a) => (known[a] = 1);", ofModule],
    ["const known: A[] = [];\nexport const f = (a: A) => known.push(a);", ofModule],
    ["let known: A[] = [];\nexport const f = (a: A) => {\n  known = [...known, a];\n};", ofModule],
    ["let known = {};\nexport const f = (a: A) => {\n  known = { ...known, [a.b]: a };\n};", ofModule],
    ["let known;\nexport function f(a: A) {\n  known ??= new Map();\n  known.set(a, 1);\n}", ofModule],
    [
      "class A {\n  private readonly known = new Set<string>();\n  a() {\n    this.known.add('a');\n  }\n}",
      ofObjects,
    ],
    ["class A {\n  static #known = new Map();\n  a() {\n    A.#known.set(1, 2);\n  }\n}", ofObjects],
    ["class A {\n  known: B[] = [];\n  a(b: B) {\n    this.known.push(b);\n  }\n}", ofObjects],
    ["class A {\n  known = {} as R;\n  a(b: B) {\n    Object.assign(this.known, b);\n  }\n}", ofObjects],
    [
      "class A {\n  known;\n  constructor() {\n    this.known = new Map();\n  }\n  a() {\n    this.known.set(1, 2);\n  }\n}",
      ofObjects,
    ],
    [
      "class A {\n  known?: Map<A, B>;\n  a() {\n    (this.known ??= new Map());\n    this.known.set(1, 2);\n  }\n}",
      ofObjects,
    ],
    [
      "export function f() {\n  const known = new Map();\n  return (a) => {\n    known.set(a, 1);\n  };\n}",
      ofClosures,
    ],
    [
      "export const f = () => {\n  const known: A[] = [];\n  return { a: (b) => known.push(b) };\n};",
      ofClosures,
    ],
    [
      "export const f = (() => {\n  const known = {};\n  return { a(b) { known[b] = 1; } };\n})();",
      ofClosures,
    ],
    ["const known = new Map([[1, 2]]);\nknown.get(1);", none],
    ["const known: A[] = [];\nfor (const a of all) known.push(a);", none],
    ["function f() {\n  const known = new Map();\n  known.set(1, 2);\n}", none],
    [
      "function f(all) {\n  const known = [];\n  all.forEach((a) => known.push(a));\n  return known;\n}",
      none,
    ],
    ["const f = (all) => {\n  const known = {};\n  return all.map((a) => (known[a] = 1));\n};", none],
  ])("is found where it is of a module, an object or a closure: %j", (text, found) => {
    expect(growingCollections(text)).toEqual(found);
  });
});
