import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { DataError } from "../../src/core/factors";
import { loadResourceTypes } from "../../src/terraform/account/resource-types";
import { rulesOf } from "../../src/terraform/account/rules";
import { type DataFile, dataFiles, overlayOf, type Row } from "../support/overlays";
import { usualComposition } from "../support/usual";

const composed = usualComposition();
const session = composed.sessionAt(new Date("2026-11-25"));
const rules = rulesOf(
  [...composed.infrastructure()].map(([kind, rows]) => ({
    kind,
    rows,
    fields: session.product(kind).fields,
  })),
);
const { types } = loadResourceTypes();

describe("types of resources", () => {
  it("are known, every one of the provider", () => {
    const named = [...types.values()].filter(({ resource }) => resource.startsWith("scaleway_"));
    expect(named).toHaveLength(155);
    const others = [...types.values()].filter((one) => !named.includes(one));
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(["no-footprint"]));
  });

  it("that products have rules for are among them, and are of what is not covered where the product is taken away", () => {
    expect(rules.size).toBeGreaterThanOrEqual(11);
    const strays = [...rules.keys()].filter((type) => types.get(type)?.status !== "not-covered");
    expect(strays).toEqual([]);
  });

  it("say where they are from", () => {
    const without = [...types.values()].filter(
      ({ resource, source, url }) =>
        url === null || !(source.includes("@b2d45ed4") || !resource.startsWith("scaleway_")),
    );
    expect(without).toEqual([]);
  });
});

const FILES = dataFiles().filter(({ name }) => name.endsWith("/terraform.csv"));

describe("rules of a product", () => {
  it("are there for every product that resources are of", () => {
    expect(FILES.length).toBe(
      [...composed.infrastructure().values()].filter((rows) => rows.length > 0).length,
    );
  });

  it.each<[string, Partial<Row>, RegExp]>([
    ["a field that is none", { field: "sizeGbb" }, /Did you mean sizeGb/],
    ["a rule that is none", { field: "@whenn" }, /Did you mean @when/],
    ["a path that is none", { from: "zone||x y" }, /no list of attributes/],
    ["a replacement that is none", { values: "15000" }, /does not say what a value means/],
    ["an answer that is none", { field: "@when", values: "a=maybe", from: "type" }, /yes or no or uncovered/],
    ["a list without an attribute", { field: "@each", from: "" }, /needs an attribute/],
    ["a part that lacks a field", { part: "another" }, /needs a row for the field "/],
  ])("stop the start by file, row and column for %s", (_what, change, problem) => {
    const file = FILES.find(({ name }) => name.startsWith("blockVolume/")) as DataFile;
    const [first] = file.rows as [Row];
    const problems = problemsOf({
      name: file.name,
      rows: [{ ...first, resource: "scaleway_new", ...change }],
    });
    expect(problems).toContainEqual(
      expect.objectContaining({ row: 2, problem: expect.stringMatching(problem) }),
    );
  });

  it("can be an operator's own", () => {
    const file = FILES.find(({ name }) => name.startsWith("loadBalancer/")) as DataFile;
    const own = file.rows.map((row) => ({ ...row, resource: "own_load_balancer" }));
    const dataOverlay = overlayOf([{ name: file.name, rows: own }]);
    const { infrastructure, benchmarks } = composeEstimates({ dataOverlay });
    const resources = new Set(
      infrastructure()
        .get("loadBalancer")
        ?.map(({ resource }) => resource),
    );
    expect([...resources].sort()).toEqual(["own_load_balancer", "scaleway_lb"]);
    rmSync(dataOverlay, { recursive: true });
    return benchmarks.close();
  });
});

function problemsOf(file: DataFile) {
  const dataOverlay = overlayOf([file]);
  try {
    composeEstimates({ dataOverlay });
  } catch (error) {
    if (error instanceof DataError) return error.problems;
    throw error;
  } finally {
    rmSync(dataOverlay, { recursive: true });
  }
  return [];
}

it("what a part needs is said of each part, but for amounts, which usage must say", () => {
  const parts = [...rules.values()].flat().filter(({ rules: { "@when": when } }) => isComputed(when));
  const unsaid = parts.flatMap(({ fields }) =>
    fields.filter(({ isRequired, rule }) => isRequired && !(rule?.from.length || rule?.default)),
  );
  expect([...new Set(unsaid.map(({ role }) => role))]).toEqual(["AMOUNT"]);
});

/** Whether a part can be there at all: one that never is says only that. */
function isComputed(when: { from: readonly unknown[]; default: string | null } | undefined): boolean {
  return when === undefined || when.from.length > 0 || when.default === "yes";
}

it("the tables hold no names of a workplace", () => {
  const text = readFileSync(join(__dirname, "../../src/terraform/data/resource-types.csv"), "utf8");
  expect(text).not.toMatch(/\/work\/|\/tmp\//);
});
