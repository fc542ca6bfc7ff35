import type { Composition } from "../compose";
import { AS_OF, compareLlms, type LlmComparison } from "./llm-comparison";
import {
  comparePoints,
  figuresAt,
  type NodeOfOurs,
  type PointComparison,
  type Split,
} from "./llm-operating-points";
import { type Closeness, closenessOf } from "./llm-statistics";
import { type Uncertainty, uncertainties } from "./llm-uncertainty";

/** Nodes of ours of which energy is drawn over concurrency. */
const DRAWN: readonly NodeOfOurs[] = [
  { model: "llama-3.1-8b-instruct", gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 1 },
  { model: "llama-3.3-70b-instruct", gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 4 },
  { model: "gpt-oss-120b", gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 2 },
  { model: "qwen3-235b-a22b-instruct-2507", gpuModel: "NVIDIA H100 SXM 80GB", gpuCount: 8 },
];
/** Requests at once: powers of two, to the largest batch that was measured there. */
const CONCURRENCIES = Array.from({ length: 12 }, (_, exponent) => 2 ** exponent);

/** Energy of the GPUs for each output token, over requests at once. */
export interface EnergyCurve {
  readonly node: NodeOfOurs;
  readonly points: readonly { readonly concurrency: number; readonly joules: PointComparison["ours"] }[];
}

export interface LlmValidation {
  readonly results: readonly LlmComparison[];
  readonly points: readonly PointComparison[];
  readonly curves: readonly EnergyCurve[];
  readonly uncertainties: readonly Uncertainty[];
}

export async function llmValidation(composition: Composition): Promise<LlmValidation> {
  const [results, points, curves, ranked] = await Promise.all([
    compareLlms(composition),
    comparePoints(composition, AS_OF),
    Promise.all(DRAWN.map((node) => curveOf(node, composition))),
    uncertainties(composition, AS_OF),
  ]);
  return { results, points, curves, uncertainties: ranked };
}

async function curveOf(node: NodeOfOurs, composition: Composition): Promise<EnergyCurve> {
  const points = CONCURRENCIES.map(async (concurrency) => {
    const { gpuJoules: joules } = await figuresAt(concurrency, node, composition, AS_OF);
    return { concurrency, joules };
  });
  return { node, points: await Promise.all(points) };
}

/** Of the measured pairs of a split, or of all. */
export function closenessOfPoints({ points }: Pick<LlmValidation, "points">, split: Split | null): Closeness {
  const rows = points.filter(({ row }) => split === null || row.split === split);
  return closenessOf(rows.map(({ row, ours }) => ({ theirs: row.joules_per_token, ours })));
}

export const SPLIT_NAMES = {
  FITTED: "sources that parameters were fitted to",
  APART: "kept apart from the fit",
} as const satisfies Record<Split, string>;

/** For the person who runs the program. */
export function closenessLines(validation: LlmValidation): string[] {
  const line = (name: string, { rows, ...of }: Closeness): string =>
    `${name}: ${rows} rows, median ratio ${of.medianRatio.toFixed(2)}, within 2 x ${percent(of.withinTwo)}, within 3 x ${percent(of.withinThree)}, inside low to high ${percent(of.inRange)}, median width ${of.medianWidth.toFixed(1)}`;
  return [
    "Energy of the GPUs for each output token, at the measured concurrency and utilisation 1, ours over theirs",
    ...(["FITTED", "APART"] as const).map((split) =>
      line(SPLIT_NAMES[split], closenessOfPoints(validation, split)),
    ),
    line("all", closenessOfPoints(validation, null)),
  ];
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
