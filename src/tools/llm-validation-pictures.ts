import { curveChart, scatterChart } from "./llm-charts";
import type { LlmValidation } from "./llm-validation-data";

const FOLDER = "docs/llm-validation";
export const SCATTER = `${FOLDER}/ours-and-theirs.svg`;
export const CURVES = `${FOLDER}/energy-over-concurrency.svg`;

/** The pictures of the page, by their paths. */
export function llmPictures({ points, curves }: LlmValidation): [string, string][] {
  const scatter = scatterChart(
    "Energy of the GPUs for each output token: ours and measured",
    "J",
    points.map(({ row, ours }) => ({
      ...{ theirs: row.joules_per_token, low: ours.low, ours: ours.expected, high: ours.high },
      series: `${shortModel(row.our_model)}, ${row.their_gpus} x ${shortGpu(row.their_gpu)}`,
    })),
  );
  const energy = curveChart(
    "Energy of the GPUs for each output token over requests at once",
    { x: "requests at once", y: "energy of the GPUs for each output token [J]" },
    curves.map(({ node, points: ours }) => ({
      name: `${shortModel(node.model)}, ${node.gpuCount} x ${shortGpu(node.gpuModel)}`,
      ours: ours.map(({ concurrency, joules }) => ({
        ...{ x: concurrency, low: joules.low, y: joules.expected, high: joules.high },
      })),
      measured: points
        .filter(
          ({ row }) =>
            row.our_model === node.model &&
            row.gpu_model === node.gpuModel &&
            row.gpu_count === node.gpuCount,
        )
        .map(({ row }) => ({ x: row.concurrency, y: row.joules_per_token })),
    })),
  );
  return [
    [SCATTER, scatter],
    [CURVES, energy],
  ];
}

function shortModel(model: string): string {
  return model.replace(/-(instruct|it)(-\d+)?$/, "");
}

function shortGpu(gpu: string): string {
  return gpu.replace(/^NVIDIA (\S+).*$/, "$1");
}
