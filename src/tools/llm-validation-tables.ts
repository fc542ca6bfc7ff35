import type { LlmComparison } from "./llm-comparison";
import type { PointComparison } from "./llm-operating-points";
import type { Closeness } from "./llm-statistics";
import { closenessOf, isWithin, median } from "./llm-statistics";
import { closenessOfPoints, type LlmValidation, percent, SPLIT_NAMES } from "./llm-validation-data";
import { RESULT_KINDS, type ResultKind } from "./published-results";

/** Ratios from a third to this are called the same order of magnitude. */
export const FACTOR = 3;
const DIGITS = 3;

export function isWithinFactor({ ratio }: LlmComparison): boolean {
  return isWithin(FACTOR, ratio);
}

/** Theirs lies between our low and our high end. */
export function isInRange({ row, ours }: LlmComparison): boolean {
  return row.value >= ours.low && row.value <= ours.high;
}

export function pointsSummary(validation: LlmValidation): string {
  return [
    "| measured pairs | rows | median ratio | within a factor of 2 | within a factor of 3 | inside our range | median width of our range |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...(["FITTED", "APART"] as const).map((split) =>
      row(SPLIT_NAMES[split], closenessOfPoints(validation, split)),
    ),
    row("all", closenessOfPoints(validation, null)),
  ].join("\n");
}

function row(name: string, { rows, ...of }: Closeness): string {
  const cells = [
    ...[name, rows, short(of.medianRatio), percent(of.withinTwo), percent(of.withinThree)],
    ...[percent(of.inRange), `${short(of.medianWidth)} times`],
  ];
  return `| ${cells.join(" | ")} |`;
}

/** One row for each of their runs, over all its batches. */
export function curvesTable({ points }: LlmValidation): string {
  const runs = new Map<string, PointComparison[]>();
  for (const point of points) {
    const { their_model, their_gpus, their_gpu, task, precision, split, our_model, gpu_count, gpu_model } =
      point.row;
    const key = `${their_model}, ${their_gpus} x ${their_gpu} | ${task}, ${precision} | ${our_model}, ${gpu_count} x ${gpu_model} | ${split === "APART" ? "yes" : "no"}`;
    runs.set(key, [...(runs.get(key) ?? []), point]);
  }
  const lines = [...runs].map(([key, run]) => {
    const compared = run.map(({ row: { joules_per_token }, ours }) => ({ theirs: joules_per_token, ours }));
    const requests = run.map(({ row: { concurrency } }) => concurrency);
    const ratios = run.map(({ ratio }) => ratio);
    const theirs = median(run.map((one) => one.row.gpu_watts));
    const ours = median(run.map((one) => one.watts.expected));
    const cells = [
      ...[
        key,
        `${Math.min(...requests)} to ${Math.max(...requests)}`,
        short(closenessOf(compared).medianRatio),
      ],
      ...[
        `${short(Math.min(...ratios))} to ${short(Math.max(...ratios))}`,
        Math.round(theirs),
        Math.round(ours),
      ],
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| theirs | task, weights | ours | apart | requests at once | median ratio | ratios | their GPU [W] | ours [W] |",
    "| --- | --- | --- | --- | --- | ---: | --- | ---: | ---: |",
    ...lines,
  ].join("\n");
}

export function resultsSummary(comparisons: readonly LlmComparison[]): string {
  const kinds = Object.keys(RESULT_KINDS) as ResultKind[];
  const lines = kinds.map((kind) =>
    summaryRow(
      RESULT_KINDS[kind],
      comparisons.filter(({ row: { kind: own } }) => own === kind),
    ),
  );
  return `| results | rows | within a factor of ${FACTOR} | inside our range | median ratio |
| --- | ---: | ---: | ---: | ---: |
${[...lines, summaryRow("all", comparisons)].join("\n")}`;
}

function summaryRow(name: string, comparisons: readonly LlmComparison[]): string {
  const close = comparisons.filter(isWithinFactor).length;
  const inside = comparisons.filter(isInRange).length;
  const ratio = median(comparisons.map((one) => one.ratio));
  return `| ${name} | ${comparisons.length} | ${close} | ${inside} | ${short(ratio)} |`;
}

export function resultsTable(comparisons: readonly LlmComparison[]): string {
  return [
    "| result | model and node | conditions | compared with | at once, at work | boundary | unit | theirs | ours | low to high | ratio |",
    "| --- | --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: |",
    ...comparisons.map(resultRow),
  ].join("\n");
}

function resultRow({ row: result, ours, ratio }: LlmComparison): string {
  const { input_tokens, output_tokens, concurrency, utilisation } = result;
  const tokens = input_tokens === 0 ? "" : ` ${input_tokens} tokens in, ${output_tokens} out.`;
  const load =
    concurrency === null ? "load PRODUCTION" : `${concurrency}, ${percent(utilisation ?? Number.NaN)}`;
  const cells = [
    result.system,
    `${result.their_model}, ${result.their_node}`,
    result.conditions,
    `${result.our_model}, ${result.gpu_count} x ${result.gpu_model}. ${result.mapping}${tokens}`,
    load,
    `\`${result.boundary}\``,
    result.unit,
    short(result.value),
    short(ours.expected),
    `${short(ours.low)} to ${short(ours.high)}`,
    short(ratio),
  ];
  return `| ${cells.join(" | ")} |`;
}

export function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

export function short(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
