import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PLUGINS } from "../../src/compose";
import type { WorkedCase } from "../../src/core/contract";
import { checkPlugin } from "../../src/plugin-kit";
import { casesIn } from "../../src/product/cases";
import { samplesIn } from "../../src/product/samples";
import { SmallCalculator, smallPlugin } from "./support/small-plugin";

const folder = mkdtempSync(join(tmpdir(), "cases-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Ten hours of a thing that emits 2 kg an hour. */
const CASE: WorkedCase = {
  spec: { amount: 1 },
  during: { hours: 10, on: "2026-11-23" },
  expected: { "total.kgCo2Equivalent": 20 },
  tolerance: 0.001,
  source: "Chosen for the test",
  workings: "10 h × 1 × 2 kg/h = 20 kg.",
};

async function findings(one: WorkedCase) {
  const plugin = { ...smallPlugin(SmallCalculator), cases: () => ({ "ten hours": one }) };
  const found = await checkPlugin(plugin, { plugins: [], specs: [CASE.spec] });
  return found.map(({ rule, subject }) => [rule, subject]);
}

describe("worked examples", () => {
  it.each([
    ["as worked", CASE],
    ["within the tolerance", { ...CASE, expected: { "total.kgCo2Equivalent": 20.01 } }],
    [
      "of a period of dates",
      { ...CASE, during: { start: "2026-11-01T00:00:00Z", end: "2026-11-01T10:00:00Z" } },
    ],
  ])("%s come out", async (_what, one) => {
    expect(await findings(one)).toEqual([]);
  });

  it.each([
    ["beyond the tolerance", { ...CASE, expected: { "total.kgCo2Equivalent": 20.1 } }],
    ["of another part", { ...CASE, expected: { "manufacturing.kgCo2Equivalent": 20 } }],
    ["known where nobody knows", { ...CASE, expected: { "total.kgCo2Equivalent": null } }],
  ])("%s are findings", async (_what, one) => {
    expect(await findings(one)).toEqual([["cases", 'case "ten hours"']]);
  });

  it("are there for every product", () => {
    for (const { kind, cases } of PLUGINS) {
      expect([kind, Object.keys(cases?.() ?? {}).length > 0]).toEqual([kind, true]);
    }
  });
});

describe("a file of worked examples", () => {
  const written = (content: unknown): (() => unknown) => {
    writeFileSync(
      join(folder, "cases.json"),
      typeof content === "string" ? content : JSON.stringify(content),
    );
    return casesIn(folder);
  };

  it("is read as it is written", () => {
    expect(written({ "ten hours": CASE })()).toEqual({ "ten hours": CASE });
  });

  it.each(["2026-02-30", "November 23, 2026", "2026-11-23T25:00:00Z"])(
    "is of days of the calendar, unlike %s",
    (on) => {
      expect(written({ a: { ...CASE, during: { hours: 10, on } } })).toThrow('"a" needs "during"');
    },
  );

  it("may be missing", () => {
    expect(casesIn(join(folder, "nowhere"))()).toEqual({});
  });

  it.each([
    ["no JSON", "{", "cases.json: "],
    ["a list", [], "the file must be an object"],
    ["a case without a period", { a: { ...CASE, during: {} } }, '"a" needs "during"'],
    ["a case that expects nothing", { a: { ...CASE, expected: {} } }, '"a" expects nothing'],
    [
      "a figure that there is not",
      { a: { ...CASE, expected: { "total.kg": 1 } } },
      '"a" expects "total.kg"; there are total.kg',
    ],
    [
      "a figure in words",
      { a: { ...CASE, expected: { "total.kgCo2Equivalent": "20" } } },
      "expects no number",
    ],
    ["a case without tolerance", { a: { ...CASE, tolerance: 0 } }, "needs a tolerance"],
    ["a case without workings", { a: { ...CASE, workings: " " } }, "needs its workings in words"],
    ["a misspelt member", { a: { ...CASE, sources: "x" } }, 'has no use for "sources"'],
  ])("with %s is refused by name", (_what, content, message) => {
    expect(written(content)).toThrow(message);
  });
});

describe("a file of samples", () => {
  const REFUSED = { spec: {}, code: "BAD_USER_INPUT", field: "input.a" };
  it.each([
    [{ refused: {} }, '"valid" must be an object'],
    [{ valid: {}, refused: {} }, '"valid" needs a specification or more'],
    [{ valid: { a: 1 }, refused: {} }, '"a" must be an object'],
    [{ valid: { a: {} }, refused: {}, additive: {} }, '"additive" must be a list of triples'],
    [{ valid: { a: {} }, refused: {}, additive: [[{}, {}]] }, '"additive" must be a list of triples'],
    [
      { valid: { a: {} }, refused: {}, additive: [[{}, {}, 1]] },
      'a specification in "additive" must be an object',
    ],
    [{ valid: { a: {} }, refused: {}, amounts: "PER_MONTH" }, '"amounts" must be PER_HOUR or PER_PERIOD'],
    [{ valid: { a: {} } }, '"refused" must be an object'],
    [{ valid: { a: {} }, refused: { b: { ...REFUSED, code: 1 } } }, '"b" needs the code and the field'],
    [{ valid: { a: {} }, refused: { b: { ...REFUSED, message: "" } } }, 'has no use for "message"'],
    [{ valid: { a: {} }, refused: {}, cases: {} }, 'has no use for "cases"'],
  ])("%j is refused by name", (content, message) => {
    writeFileSync(join(folder, "samples.json"), JSON.stringify(content));
    expect(samplesIn(folder)).toThrow(message);
  });

  it("is missed by name", () => {
    expect(samplesIn(join(folder, "nowhere"))).toThrow("samples.json is missing");
  });
});
