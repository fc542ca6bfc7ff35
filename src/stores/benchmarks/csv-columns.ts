import { type Column, number, oneOf, optionalDay, optionalText, optionalUrl, text } from "../../core/factors";
import { CONFIDENCES } from "../../core/formulas";
import { BENCHMARK_ROLES, type BenchmarkEntry, TOKEN_TYPES } from "../../core/language-models";

type Columns = Record<string, Column<unknown>>;
type CellsOf<C extends Columns> = { readonly [K in keyof C]: ReturnType<C[K]["parse"]> };

/** The columns of a benchmark file: one row per node and token type. */
export const BENCHMARK_COLUMNS = {
  model: text(),
  gpu_model: text(),
  gpu_count: number("-", { min: 1, integer: true }),
  token_type: oneOf(TOKEN_TYPES),
  tokens_per_second: number("tokens/s"),
  low: number("tokens/s"),
  high: number("tokens/s"),
  precision: text(),
  engine: text(),
  node: optionalText(),
  role: oneOf(BENCHMARK_ROLES),
  measured_on: optionalDay(),
  confidence: oneOf(CONFIDENCES),
  source: text(),
  url: optionalUrl(),
  note: optionalText(),
};

/** In the export of a store only: carries the history into another one. */
export const RECORDED_AT = "recorded_at";

export type BenchmarkCells = CellsOf<typeof BENCHMARK_COLUMNS> & { readonly recorded_at: string | null };

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

/** The cells of an entry, as the reader takes them. */
export function toCells(entry: BenchmarkEntry): BenchmarkCells {
  return {
    model: entry.model,
    gpu_model: entry.gpuModel,
    gpu_count: entry.gpuCount,
    token_type: entry.tokenType,
    tokens_per_second: entry.tokensPerSecond.expected,
    low: entry.tokensPerSecond.low,
    high: entry.tokensPerSecond.high,
    precision: entry.precision,
    engine: entry.engine,
    node: entry.node,
    role: entry.role,
    measured_on: entry.measuredOn,
    confidence: entry.confidence,
    source: entry.source,
    url: entry.url,
    note: entry.note,
    recorded_at: entry.recordedAt,
  };
}
