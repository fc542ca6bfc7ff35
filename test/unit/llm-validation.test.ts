import { usualComposition } from "../support/usual";
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type LlmComparison } from "../../src/tools/llm-comparison";
import { llmValidationFiles } from "../../src/tools/llm-validation";
import { closenessOfPoints, type LlmValidation, llmValidation } from "../../src/tools/llm-validation-data";
import { isInRange, isWithinFactor } from "../../src/tools/llm-validation-tables";

const ROOT = join(__dirname, "..", "..");
let validation: LlmValidation;
let comparisons: readonly LlmComparison[];
beforeAll(async () => {
  const composition = usualComposition();
  validation = await llmValidation(composition);
  comparisons = validation.results;
});

const shareOf = (of: readonly LlmComparison[], holds: (one: LlmComparison) => boolean): number =>
  of.filter(holds).length / of.length;

describe("measured pairs of power and speed", () => {
  it.each([["FITTED"], ["APART"], [null]] as const)("are close to ours at their concurrency: %s", (split) => {
    const of = closenessOfPoints(validation, split);
    expect(of.rows).toBeGreaterThan(50);
    expect(of.medianRatio).toBeGreaterThan(0.75);
    expect(of.medianRatio).toBeLessThan(1.33);
    expect(of.withinTwo).toBeGreaterThanOrEqual(0.85);
    expect(of.withinThree).toBeGreaterThanOrEqual(0.95);
    expect(of.inRange).toBeGreaterThanOrEqual(0.9);
    expect(of.medianWidth).toBeLessThanOrEqual(6);
  });

  it("are power and speed of one moment on both sides", () => {
    for (const { row, ours, watts, speed } of validation.points) {
      const theirs = (row.gpu_watts * row.their_gpus) / row.tokens_per_second;
      expect(Math.abs(theirs / row.joules_per_token - 1)).toBeLessThan(0.05);
      expect(ours.expected).toBeCloseTo((watts.expected * row.gpu_count) / speed.expected, 9);
    }
  });

  it("kept apart are none of those that were fitted to", () => {
    const key = ({ row }: LlmValidation["points"][number]) =>
      [row.their_gpu, row.their_gpus, row.tokens_per_second, row.joules_per_token].join();
    const fitted = new Set(validation.points.filter(({ row }) => row.split === "FITTED").map(key));
    expect(validation.points.filter((one) => one.row.split === "APART" && fitted.has(key(one)))).toEqual([]);
  });
});

describe("published results of language models", () => {
  it("stand on the page and in its pictures as the program writes them", () => {
    for (const [path, content] of llmValidationFiles(validation)) {
      expect([path, readFileSync(join(ROOT, path), "utf8")]).toEqual([path, content]);
    }
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
    const { benchmarks } = usualComposition();
    const sources = (await benchmarks.list()).map(({ source, note }) => `${source} ${note ?? ""}`);
    expect(
      sources.filter((text) => /ml.?energy|ecologits|google scale|global environmental standard/i.test(text)),
    ).toEqual([]);
  });
});
