import { didYouMean, suggest } from "../../core/errors";
import type { BenchmarkEntry } from "../../core/language-models";

/** Names in the data, and the present day. */
export interface KnownNames {
  /** Identifiers of language models. */
  readonly models: Iterable<string>;
  /** Models of GPUs in the hardware catalogue. */
  readonly gpus: Iterable<string>;
  readonly now: Date;
}

/** A warning: valid, but probably a mistake. */
export interface ImportWarning {
  /** Index of the first such entry. */
  readonly index: number;
  readonly column: string;
  readonly warning: string;
}

/** A suspicious value, with the first entry that has it. */
interface Suspect {
  readonly index: number;
  readonly column: string;
  readonly describe: () => string;
}

/**
 * Unknown names and future dates, each once, at the first entry that has it.
 * @param most warnings in full; the others are counted only, as finding similar names takes time
 */
export function importWarnings(
  entries: readonly BenchmarkEntry[],
  { models, gpus, now }: KnownNames,
  most: number,
): { readonly shown: readonly ImportWarning[]; readonly more: number } {
  const [modelNames, gpuNames] = [new Set(models), new Set(gpus)];
  const instant = now.toISOString();
  const today = instant.slice(0, 10);
  const suspects = [
    ...firstOfEach(
      entries,
      "model",
      ({ model }) => (modelNames.has(model) ? null : model),
      (name) =>
        `no language model "${name}" is in the catalogue: nothing asks for it.${near(name, modelNames)}`,
    ),
    ...firstOfEach(
      entries,
      "gpu_model",
      ({ gpuModel }) => (gpuNames.has(gpuModel) ? null : gpuModel),
      (name) => `no GPU "${name}" is in the catalogue: no node has it.${near(name, gpuNames)}`,
    ),
    ...firstOfEach(
      entries,
      "measured_on",
      ({ measuredOn }) => later(measuredOn, today),
      (day) => `${day} is in the future: it is in force from that day on, not before.`,
    ),
    ...firstOfEach(
      entries,
      "recorded_at",
      ({ recordedAt }) => later(recordedAt, instant),
      (when) => `${when} is in the future: no store can have learnt of it then.`,
    ),
  ].sort((a, b) => a.index - b.index);
  const shown = suspects
    .slice(0, most)
    .map(({ index, column, describe }) => ({ index, column, warning: describe() }));
  return { shown, more: suspects.length - shown.length };
}

function firstOfEach(
  entries: readonly BenchmarkEntry[],
  column: string,
  suspect: (entry: BenchmarkEntry) => string | null,
  describe: (value: string) => string,
): Suspect[] {
  const first = new Map<string, number>();
  entries.forEach((entry, index) => {
    const value = suspect(entry);
    if (value !== null && !first.has(value)) first.set(value, index);
  });
  return [...first].map(([value, index]) => ({ index, column, describe: () => describe(value) }));
}

function later(text: string | null, now: string): string | null {
  return text !== null && text > now ? text : null;
}

/** Other catalogues put the vendor before a model and the quantisation behind it. */
function near(name: string, known: Iterable<string>): string {
  return didYouMean(suggest(name.replace(/^.*\//, "").replace(/:.*$/, ""), known));
}
