import { cellValue } from "../../factors";
import { input, type Value } from "../../formulas";
import { type FactorSource, type HardwareCatalogue, SERVING_GPUS } from "../hardware";

/** GPUs that serve one copy of a model together, and their part of the host. Powers are shares of the thermal design power. */
export interface ServingGpus {
  /** [GPU] */
  readonly count: Value;
  /** Thermal design power of one [W]. */
  readonly tdp: Value;
  /** Memory bandwidth of one [TB/s]. */
  readonly bandwidth: Value;
  /** Least time of a decode step, over the time of reading the weights once [-]. */
  readonly step: Value;
  /** Memory works and arithmetic waits. */
  readonly waiting: Value;
  /** Decoding at saturation. */
  readonly working: Value;
  readonly prompt: Value;
  readonly audio: Value;
  /** The model is loaded, and there is no request. */
  readonly idle: Value;
  /** The host without its GPUs, for each of them [W/GPU]. */
  readonly rest: Value;
}

/**
 * @returns null for a GPU of which the data do not say how it serves
 * @throws Error when the data lack one of its series: a fault of the data, not of the request
 */
export function servingGpus(
  model: string,
  count: number,
  { hardware, factor }: { readonly hardware: HardwareCatalogue; readonly factor: FactorSource },
): ServingGpus | null {
  const row = hardware.servingGpus.get(model);
  if (row === undefined) return null;
  const power = (of: string): Value => factor(`serving.power.${of}`);
  return {
    count: input(count, "GPU"),
    tdp: hardware.gpuTdp(model),
    bandwidth: cellValue(SERVING_GPUS, row, "memory_bandwidth_tb_s"),
    step: factor(`serving.step.${row.architecture}`),
    waiting: power(`waiting.${row.form}`),
    working: power(`working.${row.form}`),
    prompt: power("prompt"),
    audio: power("audio"),
    idle: power("idle"),
    rest: factor(`gpu.${model}.rest-of-host`),
  };
}
