import type { Factor } from "../formulas";
import type { Benchmark, BenchmarkInForce } from "./benchmark-store";

/** A speed as a factor, so that an explanation names its source, and until when it holds where that is known. */
export function speedFactor(benchmark: Benchmark | BenchmarkInForce): Factor {
  const { model, gpuModel, gpuCount, tokenType } = benchmark;
  return {
    series: `benchmark.${model}.${gpuModel} x ${gpuCount}.${tokenType}`,
    name: `Speed of ${model} on ${gpuCount} x ${gpuModel}, ${tokenType}`,
    range: benchmark.tokensPerSecond,
    unit: tokenType === "AUDIO_SECOND" ? "s/s" : "tokens/s",
    confidence: benchmark.confidence,
    source: benchmark.source,
    url: benchmark.url,
    validFrom: benchmark.validFrom,
    validTo: "validTo" in benchmark ? benchmark.validTo : null,
    note: benchmark.note,
    version: benchmark.id,
  };
}
