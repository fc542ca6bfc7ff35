import { CONFIDENCES } from "../../core/formulas";
import { BENCHMARK_ROLES, type BenchmarkEntry, TOKEN_TYPES } from "../../core/language-models";

/** What is wrong with one field of an entry. */
export interface EntryProblem {
  /** Column of the benchmark file that holds the field. */
  readonly column: string;
  readonly problem: string;
}

/** Largest count that all databases hold in the column. */
const MOST_GPUS = 2_147_483_647;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Everything that is wrong with an entry. Files and callers are checked alike, before the database sees a row. */
export function problemsOf(entry: BenchmarkEntry): EntryProblem[] {
  return [
    ...textProblems(entry),
    ...choiceProblems(entry),
    ...speedProblems(entry),
    ...whenNot(isCount(entry.gpuCount), "gpu_count", `${entry.gpuCount} is not a count of GPUs`),
    ...whenNot(
      isDayOrNull(entry.measuredOn),
      "measured_on",
      `"${entry.measuredOn}" is not a day (YYYY-MM-DD)`,
    ),
    ...whenNot(
      isInstantOrNull(entry.recordedAt),
      "recorded_at",
      `"${entry.recordedAt}" is not an instant (YYYY-MM-DDThh:mm:ss.sssZ)`,
    ),
  ];
}

/** Whether a text is a day of the calendar (ISO). */
export function isDay(text: string): boolean {
  return DAY.test(text) && sameWhenRead(`${text}T00:00:00.000Z`);
}

function textProblems(entry: BenchmarkEntry): EntryProblem[] {
  const { model, gpuModel, precision, engine, node, source, url, note } = entry;
  const required = { model, gpu_model: gpuModel, precision, engine, source };
  const all = { ...required, node, url, note };
  return [
    ...Object.entries(required).flatMap(([column, text]) => whenNot(text.trim() !== "", column, "is empty")),
    ...Object.entries(all).flatMap(([column, text]) =>
      whenNot(
        text === null || !hasStrayCharacter(text),
        column,
        "has a control character or half a character",
      ),
    ),
  ];
}

function choiceProblems({ tokenType, role, confidence }: BenchmarkEntry): EntryProblem[] {
  return [
    ...oneOf("token_type", tokenType, TOKEN_TYPES),
    ...oneOf("role", role, BENCHMARK_ROLES),
    ...oneOf("confidence", confidence, CONFIDENCES),
  ];
}

function oneOf(column: string, value: string, choices: readonly string[]): EntryProblem[] {
  return whenNot(choices.includes(value), column, `"${value}" is not one of ${choices.join(", ")}`);
}

function speedProblems({ tokensPerSecond: { low, expected, high } }: BenchmarkEntry): EntryProblem[] {
  const bounds = { low, tokens_per_second: expected, high };
  const unusable = Object.entries(bounds).flatMap(([column, bound]) =>
    whenNot(Number.isFinite(bound) && bound > 0, column, `${bound} is not a speed: it must be above 0`),
  );
  if (unusable.length > 0) return unusable;
  return [
    ...whenNot(low <= expected, "low", `${low} is above the value ${expected}`),
    ...whenNot(high >= expected, "high", `${high} is below the value ${expected}`),
  ];
}

function whenNot(sound: boolean, column: string, problem: string): EntryProblem[] {
  return sound ? [] : [{ column, problem }];
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count > 0 && count <= MOST_GPUS;
}

function isDayOrNull(text: string | null): boolean {
  return text === null || isDay(text);
}

function isInstantOrNull(text: string | null): boolean {
  return text === null || (INSTANT.test(text) && sameWhenRead(text));
}

/** Refuses days such as 30 February, which a Date would move into March. */
function sameWhenRead(instant: string): boolean {
  const time = Date.parse(instant);
  return !Number.isNaN(time) && new Date(time).toISOString() === instant;
}

/**
 * Control characters, of which PostgreSQL refuses NUL and nobody means the others, and half a surrogate pair, which
 * has no UTF-8: such texts would not come back as they went in.
 */
function hasStrayCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text.replace(/[\n\t]/g, " "));
}
