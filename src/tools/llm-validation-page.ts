import { type LlmValidation } from "./llm-validation-data";
import { CURVES, SCATTER } from "./llm-validation-pictures";
import {
  curvesTable,
  FACTOR,
  isWithinFactor,
  list,
  pointsSummary,
  resultsSummary,
  resultsTable,
  short,
} from "./llm-validation-tables";
import { BOUNDARIES } from "./published-results";

export const PAGE = "docs/llm-validation.md";
const DOCS = /^docs\//;

export function llmValidationPage(validation: LlmValidation): string {
  const { results, uncertainties } = validation;
  const outside = results.filter((one) => !isWithinFactor(one));
  return `# Tokens: power and speed of the same moment

What tokens cost on Serverless by this graph, beside what others measured, modelled and reported. Made by
\`npm run llm-validation\` from [operating-points.csv](../plugins/serverless/validation/operating-points.csv) and
[published-results.csv](../plugins/serverless/validation/published-results.csv), which have the source of each row.

## The model

Energy per token is power / speed of one operating point: how many requests a node works on at once (concurrency B), and which
share of its time it works (utilisation u).

- A decode step of B requests takes t_step + B / speed. The speed is the saturated one of
  [benchmarks.csv](../plugins/serverless/data/benchmarks.csv); in t_step = kappa × weights / (GPUs × bandwidth) the GPUs read all
  weights once, however few requests there are. So each output token waits t_step / B, and takes 1 / speed at work.
- A prompt is bound by arithmetic: it never waits. Embeddings and audio are like it.
- GPUs that wait, work and idle draw shares of their thermal design power; the rest of the node draws its power all the time.
- Idle time is charged to the tokens: busy time × (1/u − 1). Manufacturing follows the time in service, busy time / u.

So (u × power busy + (1 − u) × power idle) / (u / busy time of a token) is the energy of a token: the operator's sentence, node
impact per second ÷ throughput, with both of a node in service. With B without end and u = 1 it is saturated power / saturated
speed. Parameters with their ranges and sources are in [serving.csv](../src/core/factors/data/serving.csv) and
[serving-gpus.csv](../src/core/factors/data/serving-gpus.csv), the formulas in [methodology.md](methodology.md).

Known bias: a mixture of experts reads only the experts that its requests need. With few requests that is not all of the weights,
and the model takes too much: up to 2.4 times on H100 and 3.2 times on B200 for gpt-oss-120b at 8 requests. It is the heaviest bias at
load LIGHT, and small from 32 requests on. Weights × (1 − (1 − active / all parameters)^B), which needs nothing of the checks, was tried: runs kept apart come
closer (within 2 × 99 % for 96 %, median 0.91 for 0.96), those that parameters were fitted to do not (within 2 × 99 % for 100 %, inside low to high
96 % for 97 %, median 0.79 for 0.80). It is not taken: kappa was fitted with all weights, and dense and mixed models are one set of curves.

## Measured power and speed

The GPUs alone, at the concurrency that was measured, at work all the time (u = 1). Theirs counts the work on the prompt in each
output token, ours does not. Where their weights are in BF16 and ours in FP8, ours is lower with few requests, and rightly.

${pointsSummary(validation)}

\`ratio\` is ours / theirs. Kept apart: no parameter was fitted to these runs. ML.ENERGY is no source of the speeds.

![Ours and theirs](${SCATTER.replace(DOCS, "")})

![Energy over concurrency](${CURVES.replace(DOCS, "")})

${curvesTable(validation)}

## What is uncertain, in the order of its weight

How far the energy of an output token goes, IT energy of the whole node at load PRODUCTION, when one of them goes from its low to its
high end and all others stay (high ÷ low, median over the models that are served):

| parameter | high ÷ low |
| --- | ---: |
${uncertainties.map(({ parameter, span }) => `| ${parameter} | ${short(span)} |`).join("\n")}

## Published results

None of them went into the benchmarks: those are speeds, from other sources. Each row is computed by the whole composition, for
tokens in fr-par, at the concurrency that it states and at work all the time, or else at the default load, and counted inside
the boundary of the result:

${list(Object.entries(BOUNDARIES).map(([name, text]) => `\`${name}\`: ${text}.`))}

${resultsSummary(results)}

Theirs and ours in the unit of the row; J/token is per output token. The ratio is ours / theirs.

${resultsTable(results)}

## Why a ratio is outside 1/${FACTOR} to ${FACTOR}

${list(outside.map(({ row, ratio }) => `**${row.id}** (${short(ratio)}): ${row.note ?? "not explained."}`))}

Where the boundary is GPUs or node, PUE is no reason: it is left out, or 1.16 on both sides. The mix of electricity is one
for Mistral alone; EcoLogits is taken at the factor of France, within 1 % of ours.

## What is not used as a check

- **The operator's own figures per token.** Its catalogue gives greenhouse gases and water of Serverless models as the sum of a part
  that is one number for each family of GPUs and of a part that depends on the model. Only the second, read per token although the
  catalogue counts 1,000 tokens, leads to an energy that hardware can have: 0.31 to 6.8 J for each output token. The sum is never
  converted: \`operatorEstimate\` of a usage shows the figures as printed, and that part beside ours.
- **MLPerf with power.** Speeds of MLPerf are a part of the benchmarks: it would be compared with itself.
- **Requests one by one** (AI Energy Score, single prompts on a node of eight GPUs). Without batching a token needs a hundred to a
  thousand times as much, and no shared service works like that.
- **Provisioned power** (tokens per megawatt of nameplate). It is bought, not drawn.
- **Statements without a boundary**, such as a number for an average query from an interview.
- **Water.** Ours is cooling water on site; published figures add the water of power stations.
`;
}
