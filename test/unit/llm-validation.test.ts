import { readFileSync } from "node:fs";
import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { compareLlms, type LlmComparison } from "../../src/tools/llm-comparison";
import { isInRange, isWithinFactor, llmValidationPage, PAGE } from "../../src/tools/llm-validation-page";

let comparisons: LlmComparison[];
beforeAll(async () => {
  comparisons = await compareLlms();
});

const shareOf = (of: readonly LlmComparison[], holds: (one: LlmComparison) => boolean): number =>
  of.filter(holds).length / of.length;

describe("published results of language models", () => {
  it("stand on the page as the program writes it", () => {
    const page = readFileSync(join(__dirname, "..", "..", PAGE), "utf8");
    expect(page).toBe(llmValidationPage(comparisons));
  });

  it("lie within our range, most of them", () => {
    expect(comparisons.length).toBeGreaterThanOrEqual(25);
    expect(shareOf(comparisons, isInRange)).toBeGreaterThan(0.5);
  });

  it("are of our order of magnitude where a node is saturated, as our speeds are", () => {
    const saturated = comparisons.filter(({ row }) => row.kind === "MEASURED_AT_BEST");
    expect(saturated.length).toBeGreaterThan(8);
    expect(shareOf(saturated, isWithinFactor)).toBeGreaterThan(0.8);
  });

  it("have a reason written down where they are not", () => {
    const silent = comparisons.filter((one) => !isWithinFactor(one) && one.row.note === null);
    expect(silent.map(({ row }) => row.id)).toEqual([]);
    const idle = comparisons.filter((one) => isWithinFactor(one) && one.row.note !== null);
    expect(idle.map(({ row }) => row.id)).toEqual([]);
  });

  it("are no source of the benchmarks they are compared with", async () => {
    const { benchmarks } = composeEstimates();
    const sources = (await benchmarks.list()).map(({ source, note }) => `${source} ${note ?? ""}`);
    await benchmarks.close();
    expect(
      sources.filter((text) => /ml.?energy|ecologits|google scale|global environmental standard/i.test(text)),
    ).toEqual([]);
  });
});
