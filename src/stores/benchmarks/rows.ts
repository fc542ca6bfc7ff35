import { CONFIDENCES, range } from "../../core/formulas";
import {
  BENCHMARK_ROLES,
  type Benchmark,
  type BenchmarkEntry,
  type BenchmarkImport,
  TOKEN_TYPES,
} from "../../core/language-models";
import type { SqlRow } from "./sql-client";
import type { KnownVersion } from "./versions";

interface StoredColumn {
  readonly name: string;
  readonly type: "text" | "integer" | "double precision";
  readonly value: (version: Benchmark) => string | number | null;
}

/** The columns of a version, except its sequence number. */
export const STORED_COLUMNS: readonly StoredColumn[] = [
  { name: "id", type: "text", value: ({ id }) => id },
  { name: "model", type: "text", value: ({ model }) => model },
  { name: "gpu_model", type: "text", value: ({ gpuModel }) => gpuModel },
  { name: "gpu_count", type: "integer", value: ({ gpuCount }) => gpuCount },
  { name: "token_type", type: "text", value: ({ tokenType }) => tokenType },
  { name: "tokens_low", type: "double precision", value: ({ tokensPerSecond }) => tokensPerSecond.low },
  {
    name: "tokens_expected",
    type: "double precision",
    value: ({ tokensPerSecond }) => tokensPerSecond.expected,
  },
  { name: "tokens_high", type: "double precision", value: ({ tokensPerSecond }) => tokensPerSecond.high },
  { name: "number_format", type: "text", value: ({ precision }) => precision },
  { name: "engine", type: "text", value: ({ engine }) => engine },
  { name: "node", type: "text", value: ({ node }) => node },
  { name: "role", type: "text", value: ({ role }) => role },
  { name: "measured_on", type: "text", value: ({ measuredOn }) => measuredOn },
  { name: "valid_from", type: "text", value: ({ validFrom }) => validFrom },
  { name: "recorded_at", type: "text", value: ({ recordedAt }) => recordedAt },
  { name: "source", type: "text", value: ({ source }) => source },
  { name: "url", type: "text", value: ({ url }) => url },
  { name: "confidence", type: "text", value: ({ confidence }) => confidence },
  { name: "note", type: "text", value: ({ note }) => note },
];

/** A row as a frozen `Benchmark`. */
export function toBenchmark(row: SqlRow): Benchmark {
  return Object.freeze({
    ...keyOf(row),
    id: text(row, "id"),
    tokensPerSecond: Object.freeze(
      range(count(row, "tokens_low"), count(row, "tokens_expected"), count(row, "tokens_high")),
    ),
    precision: text(row, "number_format"),
    engine: text(row, "engine"),
    node: textOrNull(row, "node"),
    role: choice(row, "role", BENCHMARK_ROLES),
    measuredOn: textOrNull(row, "measured_on"),
    validFrom: textOrNull(row, "valid_from"),
    recordedAt: text(row, "recorded_at"),
    source: text(row, "source"),
    url: textOrNull(row, "url"),
    confidence: choice(row, "confidence", CONFIDENCES),
    note: textOrNull(row, "note"),
  });
}

export function toKnownVersion(row: SqlRow): KnownVersion {
  return { ...keyOf(row), id: text(row, "id"), validFrom: textOrNull(row, "valid_from") };
}

export function toImport(row: SqlRow): BenchmarkImport {
  return Object.freeze({
    id: count(row, "id"),
    importedAt: text(row, "imported_at"),
    origin: textOrNull(row, "origin"),
    versions: count(row, "last_sequence") - count(row, "first_sequence") + 1,
    undoneAt: textOrNull(row, "undone_at"),
  });
}

function keyOf(row: SqlRow): Pick<BenchmarkEntry, "model" | "gpuModel" | "gpuCount" | "tokenType"> {
  return {
    model: text(row, "model"),
    gpuModel: text(row, "gpu_model"),
    gpuCount: count(row, "gpu_count"),
    tokenType: choice(row, "token_type", TOKEN_TYPES),
  };
}

function text(row: SqlRow, column: string): string {
  const cell = row[column];
  if (typeof cell !== "string") throw new TypeError(`${column} of a stored benchmark is not a text`);
  return cell;
}

function textOrNull(row: SqlRow, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

function count(row: SqlRow, column: string): number {
  const cell = row[column];
  if (typeof cell !== "number") throw new TypeError(`${column} of a stored benchmark is not a number`);
  return cell;
}

function choice<const T extends string>(row: SqlRow, column: string, choices: readonly T[]): T {
  const cell = row[column];
  const found = choices.find((one) => one === cell);
  if (found === undefined) throw new TypeError(`${column} of a stored benchmark is ${String(cell)}`);
  return found;
}
