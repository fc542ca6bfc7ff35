import { DomainError } from "../../src/core/errors";
import { unique } from "../../src/core/helpers";
import { type Benchmark, type LanguageModelEntry } from "../../src/core/language-models";
import { endOf } from "./end-of-model";
import type { CheckedSpec, ServerlessSpec } from "./spec";

type Node = Pick<Benchmark, "gpuModel" | "gpuCount">;

/** Nodes with a benchmark of the model, and what was measured later than the day of the request. */
interface Known {
  readonly known: readonly Node[];
  /** Those of them that the region has. */
  readonly servable: readonly Node[];
  readonly upcoming: readonly Pick<Benchmark, "validFrom">[];
}

/**
 * What to say when no benchmark fits: what was wanted, what there is, and which field to change.
 */
export function noBenchmark({ spec, model: { row } }: CheckedSpec, known: Known): DomainError {
  const message = `No benchmark of ${spec.model}${wanted(spec)} fits a node of ${spec.region}. ${there(known)}`;
  return new DomainError("NO_BENCHMARK", `${message}${endOf(row)}`, culprit(spec, known.servable, row));
}

/** A quantisation decides the speed, so that another's is no answer. */
export function notInQuantization(
  { id, row }: LanguageModelEntry,
  wanted: string,
  there: readonly Pick<Benchmark, "precision">[],
): DomainError {
  const served = row.quantization === null ? "" : `; the operator serves it in ${row.quantization}`;
  const measured = unique(there.map(({ precision }) => precision)).join(", ");
  return new DomainError(
    "NO_BENCHMARK",
    `No benchmark of ${id} in ${wanted}: it was measured in ${measured}${served}. Leave the quantisation out to take that.`,
    { field: "input.model", suggestions: [id] },
  );
}

function wanted({ gpuModel, gpuCount }: ServerlessSpec): string {
  if (gpuModel == null) return gpuCount == null ? "" : ` on ${gpuCount} GPUs`;
  return ` on ${gpuCount == null ? "" : `${gpuCount} x `}${gpuModel}`;
}

function there({ known, servable, upcoming }: Known): string {
  if (servable.length > 0) return `There are some on ${listed(servable)}.`;
  if (known.length > 0) return `There are some on ${listed(known)}, which it does not have.`;
  const [first] = upcoming.flatMap(({ validFrom }) => validFrom ?? []).sort();
  return `There is none on any node${first === undefined ? "" : ` before ${first}`}.`;
}

function listed(nodes: readonly Node[]): string {
  return unique(nodes.map((one) => `${one.gpuCount} x ${one.gpuModel}`)).join(", ");
}

/** The field at fault, with the values that it could have. */
function culprit(
  { gpuModel }: ServerlessSpec,
  servable: readonly Node[],
  { serverless_successor: successor }: LanguageModelEntry["row"],
): { field: string; suggestions: string[] } {
  if (servable.length === 0) {
    return { field: "input.model", suggestions: successor === null ? [] : [successor] };
  }
  const onModel = servable.filter((one) => (gpuModel ?? one.gpuModel) === one.gpuModel);
  return onModel.length === 0
    ? { field: "input.gpuModel", suggestions: unique(servable.map((one) => one.gpuModel)) }
    : { field: "input.gpuCount", suggestions: unique(onModel.map((one) => String(one.gpuCount))) };
}
