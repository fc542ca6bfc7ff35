import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PLUGINS } from "../src/compose-estimates";

const ROOT = join(__dirname, "..");
/** Rooms of code that is for every product, and what suites share; suites that try one product are not among them. */
const ROOMS = ["src", "bench", "schema/types", "test"];
const OF_SUITES = /^test\/(?!.*\bsupport\/)/;

/** Files that name a product, each with its reason. A product that is added should be added to none of them. */
const ALLOWED: Readonly<Record<string, string>> = {
  "src/compose-estimates.ts": "the list of the products",
  "src/stores/benchmarks/shipped-seed.ts": "the product that has the seed of the store among its data",
  "src/tools/published-results.ts": "a program about one product: what was published of language models",
  "src/tools/llm-comparison.ts": "the same program",
  "src/tools/llm-operating-points.ts": "the same program",
  "src/tools/llm-uncertainty.ts": "the same program",
  "src/tools/llm-validation-page.ts": "the same program",
  "src/tools/product-catalogue/read-product.ts": "what the operator's API calls its products",
  "src/tools/product-catalogue/inventory.ts": "what the operator's API calls its products",
  "src/tools/product-catalogue/estimate-diff.ts": "the one product of which the operator's API tells figures",
  "src/tools/product-catalogue/recording.ts": "the same product: its estimates are what is recorded",
  "test/support/operations.ts": "operations as clients write them",
  "test/clients/support/asked.ts": "operations as clients write them",
  "test/external/support/faults.ts": "faults of a plugin that asks another, or takes its kind",
  "test/library/support/in-process.ts": "what the suites of one surface ask of it",
  "test/support/instances.ts": "for suites of one product",
  "test/support/arbitraries.ts": "for suites of one product",
  "test/support/dedicated.ts": "for suites of one product",
  "test/support/serverless.ts": "for suites of one product",
  "test/support/storage.ts": "for suites of two products",
  "test/unit/support/clusters.ts": "for suites of two products",
};

const folders = readdirSync(join(ROOT, "plugins"));
const kinds = PLUGINS.map(({ kind }) => kind);
/** Words of their own stand for a product wherever they are; others, such as `instance`, in quotes, as a key or asked for. */
const own = kinds.filter((kind) => /[A-Z]/.test(kind));
const plain = kinds.filter((kind) => !own.includes(kind));
const PRODUCT = new RegExp(
  [
    `\\b(${own.join("|")})\\b`,
    `"(${[...plain, ...folders].join("|")})"`,
    `\\b(${plain.join("|")})(: \\{|\\(input)`,
    `\\bplugins/(${folders.join("|")})\\b`,
  ].join("|"),
);

function filesIn(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .map((file) => join(room, file))
    .filter((file) => file.endsWith(".ts") && !OF_SUITES.test(file));
}

/** Comments may give an example. */
function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}

describe("a product", () => {
  const naming = ROOMS.flatMap(filesIn).filter((file) => PRODUCT.test(codeOf(file)));

  it("is named in its folder and in the composition, and in no other code than that of one product", () => {
    expect(naming.filter((file) => !(file in ALLOWED))).toEqual([]);
  });

  it("is named where it is said to be", () => {
    expect(Object.keys(ALLOWED).filter((file) => !naming.includes(file))).toEqual([]);
  });

  it.each([
    'footprint("instance", {})',
    "{ blockVolume: {} }",
    "instance(input: $input)",
    "plugins/serverless/data",
  ])("would be seen in %j", (code) => {
    expect(PRODUCT.test(code)).toBe(true);
  });
});
