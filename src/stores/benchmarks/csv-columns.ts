import { type Column, number, oneOf, optionalDay, optionalText, optionalUrl, text } from "../../core/factors";
import { CONFIDENCES } from "../../core/formulas";
import { BENCHMARK_ROLES, type BenchmarkEntry, TOKEN_TYPES } from "../../core/language-models";

/** A column of a benchmark file: how it is parsed, what it means, and its field in an entry. */
interface BenchmarkColumn<T> extends Column<T> {
  readonly meaning: string;
  /** Example of a cell. */
  readonly example: string;
  readonly of: (entry: BenchmarkEntry) => string | number | null;
}

type About = Omit<BenchmarkColumn<unknown>, "parse" | "unit">;
type CellsOf<C extends Record<string, Column<unknown>>> = {
  readonly [K in keyof C]: ReturnType<C[K]["parse"]>;
};

/** The columns of a benchmark file: one row per node and token type. */
export const BENCHMARK_COLUMNS = {
  model: column(text(), {
    meaning: "Identifier of the language model, as the operator's API writes it, without quantisation.",
    example: "llama-3.3-70b-instruct",
    of: (entry) => entry.model,
  }),
  gpu_model: column(text(), {
    meaning: "Model of the GPUs, as the hardware catalogue (`gpus.csv`) writes it.",
    example: "NVIDIA H100 PCIe 80GB",
    of: (entry) => entry.gpuModel,
  }),
  gpu_count: column(number("-", { min: 1, integer: true }), {
    meaning: "How many GPUs of the node reach the speed together, from 1.",
    example: "2",
    of: (entry) => entry.gpuCount,
  }),
  token_type: column(oneOf(TOKEN_TYPES), {
    meaning: `What is counted: ${TOKEN_TYPES.join(", ")}.`,
    example: "OUTPUT",
    of: (entry) => entry.tokenType,
  }),
  tokens_per_second: column(number("tokens/s"), {
    meaning:
      "Expected speed of the whole node when busy [tokens/s]; for AUDIO_SECOND, seconds of audio per second.",
    example: "2020",
    of: (entry) => entry.tokensPerSecond.expected,
  }),
  low: column(number("tokens/s"), {
    meaning: "Lowest speed that is plausible, above 0 and not above the expected one; same unit.",
    example: "1100",
    of: (entry) => entry.tokensPerSecond.low,
  }),
  high: column(number("tokens/s"), {
    meaning: "Highest speed that is plausible, not below the expected one; same unit.",
    example: "3100",
    of: (entry) => entry.tokensPerSecond.high,
  }),
  precision: column(text(), {
    meaning: "Number format of the weights.",
    example: "FP8",
    of: (entry) => entry.precision,
  }),
  engine: column(text(), {
    meaning: "Serving software, with its version where it is known.",
    example: "vLLM 0.9",
    of: (entry) => entry.engine,
  }),
  node: column(optionalText(), {
    meaning: "Instance type that was measured; may be empty.",
    example: "H100-2-80G",
    of: (entry) => entry.node,
  }),
  role: column(oneOf(BENCHMARK_ROLES), {
    meaning:
      "`primary` for the node that serves the model as far as is known, which usage is computed on; `alternative` for any other.",
    example: "primary",
    of: (entry) => entry.role,
  }),
  measured_on: column(optionalDay(), {
    meaning:
      "Day in UTC (YYYY-MM-DD) on which it was measured: in force from then on. Empty: since always or, where the key has a value, from the day of the import.",
    example: "2026-10-01",
    of: (entry) => entry.measuredOn,
  }),
  confidence: column(oneOf(CONFIDENCES), {
    meaning: `How sure the speed is: ${CONFIDENCES.join(", ")}.`,
    example: "DERIVED",
    of: (entry) => entry.confidence,
  }),
  source: column(text(), {
    meaning: "Where the speed comes from; every explanation shows it.",
    example: "our load test of October",
    of: (entry) => entry.source,
  }),
  url: column(optionalUrl(), {
    meaning: "Web address of the source; may be empty.",
    example: "https://example.org/load-test",
    of: (entry) => entry.url,
  }),
  note: column(optionalText(), {
    meaning: "What else is worth knowing; may be empty.",
    example: "",
    of: (entry) => entry.note,
  }),
};

/** In exports only, so that an import into another store has the history. */
const RECORDED_AT = "recorded_at";

/** All columns; those of {@link BENCHMARK_COLUMNS} are required. */
export const ALL_COLUMNS = {
  ...BENCHMARK_COLUMNS,
  [RECORDED_AT]: column(optionalText(), {
    meaning:
      "Instant (YYYY-MM-DDThh:mm:ss.sssZ) at which a store learnt of it: in an export, for another store. Leave the column out otherwise.",
    example: "",
    of: (entry) => entry.recordedAt,
  }),
};

export type BenchmarkCells = CellsOf<typeof ALL_COLUMNS>;

export function toEntry(cells: BenchmarkCells): BenchmarkEntry {
  return {
    model: cells.model,
    gpuModel: cells.gpu_model,
    gpuCount: cells.gpu_count,
    tokenType: cells.token_type,
    tokensPerSecond: { low: cells.low, expected: cells.tokens_per_second, high: cells.high },
    precision: cells.precision,
    engine: cells.engine,
    node: cells.node,
    role: cells.role,
    measuredOn: cells.measured_on,
    recordedAt: cells.recorded_at,
    source: cells.source,
    url: cells.url,
    confidence: cells.confidence,
    note: cells.note,
  };
}

function column<T>(how: Column<T>, about: About): BenchmarkColumn<T> {
  return { ...how, ...about };
}
