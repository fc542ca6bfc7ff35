import type { LlmComparison } from "./llm-comparison";
import { BOUNDARIES, RESULT_KINDS, type ResultKind } from "./published-results";

export const PAGE = "docs/llm-validation.md";
/** Ratios from a third to this are called the same order of magnitude. */
export const FACTOR = 3;
const DIGITS = 3;

export function isWithinFactor({ ratio }: LlmComparison): boolean {
  return ratio >= 1 / FACTOR && ratio <= FACTOR;
}

/** Theirs lies between our low and our high end. */
export function isInRange({ row, ours }: LlmComparison): boolean {
  return row.value >= ours.low && row.value <= ours.high;
}

export function llmValidationPage(comparisons: readonly LlmComparison[]): string {
  const outside = comparisons.filter((one) => !isWithinFactor(one));
  return `# Language models: the order of magnitude

What tokens cost on Serverless by this graph, beside results that others published. Made by
\`npm run llm-validation\` from
[published-results.csv](../plugins/serverless/validation/published-results.csv), which has the source of each row.

None of the results below went into the benchmarks of
[benchmarks.csv](../plugins/serverless/data/benchmarks.csv): those are speeds, from other sources. Each row is computed
by the whole composition, for tokens in fr-par, and counted inside the boundary of the result:

${list(Object.entries(BOUNDARIES).map(([name, text]) => `\`${name}\`: ${text}.`))}

## Summary

${summary(comparisons)}

Ours is lower almost everywhere, for two reasons:

- **Saturation.** The expected speed is that of a busy node with as many requests as it takes. Measurements at their best
  batch are of the same order; at smaller batches a token needs more, as under real load. That is what the low end of
  the speed, and so the high end of our range, stands for.
- **Power.** A node is charged the average power of the Instance that it is, which is assumed (GPUs at 60 % of their thermal
  design power), hours of little load included. GPUs at work draw more: see the last table. The time of a benchmark at an average power is too
  little energy, by about the ratio of both, and no end of the range stands for that.

## Every result

Theirs and ours in the unit of the row; J/token is per output token. The ratio is ours / theirs.

| result | model and node | conditions | compared with | boundary | unit | theirs | ours | low to high | ratio |
| --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: |
${comparisons.map(tableRow).join("\n")}

## Why a ratio is outside 1/${FACTOR} to ${FACTOR}

${list(outside.map(({ row, ratio }) => `**${row.id}** (${short(ratio)}): ${row.note ?? "not explained."}`))}

Where the boundary is GPUs or node, PUE is no reason: it is left out, or 1.16 on both sides. The mix of electricity is one
for Mistral alone; EcoLogits is taken at the factor of France, within 1 % of ours.

## Power of a GPU at work

| GPU | ours [W] | theirs [W] |
| --- | ---: | --- |
${powers(comparisons)}

## What is not used as a check

- **The operator's own figures per token.** Its catalogue gives greenhouse gases and water of Serverless models, but the
  unit is not settled: the catalogue counts 1,000 tokens, and only read per single token do the figures lead to a power
  that hardware can have. A thousand times more or less decides everything, so until the operator says which it is, they
  show nothing.
- **MLPerf with power.** Speeds of MLPerf are a part of the benchmarks: it would be compared with itself.
- **Requests one by one** (AI Energy Score, single prompts on a node of eight GPUs). Without batching a token needs a hundred to a
  thousand times as much, and no shared service works like that.
- **Provisioned power** (tokens per megawatt of nameplate). It is bought, not drawn.
- **Statements without a boundary**, such as a number for an average query from an interview.
- **Water.** Ours is cooling water on site; published figures add the water of power stations.
`;
}

function summary(comparisons: readonly LlmComparison[]): string {
  const kinds = Object.keys(RESULT_KINDS) as ResultKind[];
  const lines = kinds.map((kind) =>
    summaryRow(
      RESULT_KINDS[kind],
      comparisons.filter(({ row }) => row.kind === kind),
    ),
  );
  return `| results | rows | within a factor of ${FACTOR} | inside our range | median ratio |
| --- | ---: | ---: | ---: | ---: |
${[...lines, summaryRow("all", comparisons)].join("\n")}`;
}

function summaryRow(name: string, comparisons: readonly LlmComparison[]): string {
  const close = comparisons.filter(isWithinFactor).length;
  const inside = comparisons.filter(isInRange).length;
  return `| ${name} | ${comparisons.length} | ${close} | ${inside} | ${short(median(comparisons))} |`;
}

function tableRow({ row, ours, ratio }: LlmComparison): string {
  const tokens = row.input_tokens === 0 ? "" : ` ${row.input_tokens} tokens in, ${row.output_tokens} out.`;
  const cells = [
    row.system,
    `${row.their_model}, ${row.their_node}`,
    row.conditions,
    `${row.our_model}, ${row.gpu_count} x ${row.gpu_model}. ${row.mapping}${tokens}`,
    `\`${row.boundary}\``,
    row.unit,
    short(row.value),
    short(ours.expected),
    `${short(ours.low)} to ${short(ours.high)}`,
    short(ratio),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** By GPU: what ours takes, and what the conditions of the results say. */
function powers(comparisons: readonly LlmComparison[]): string {
  const measured = comparisons.filter(({ wattsPerGpu }) => wattsPerGpu !== null);
  const gpus = [...new Set(measured.map(({ row }) => row.gpu_model))];
  return gpus
    .map((gpu) => {
      const alike = measured.filter(({ row }) => row.gpu_model === gpu);
      const theirs = alike
        .flatMap(({ row }) => /(\d+) W per GPU/.exec(row.conditions)?.[1] ?? [])
        .map(Number);
      const nodes = new Set(alike.map(({ row }) => row.their_node.replace(/^\d+x /, "")));
      const ours = Math.round(alike[0]?.wattsPerGpu ?? Number.NaN);
      return `| ${gpu} | ${ours} | ${Math.min(...theirs)} to ${Math.max(...theirs)} (${[...nodes].join(", ")}) |`;
    })
    .join("\n");
}

function median(comparisons: readonly LlmComparison[]): number {
  const ratios = comparisons.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const middle = Math.floor(ratios.length / 2);
  const [below, above] = [ratios[middle - 1] ?? Number.NaN, ratios[middle] ?? Number.NaN];
  return ratios.length % 2 === 1 ? above : (below + above) / 2;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function short(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}
