import { CONFIDENCES } from "../../core/formulas";
import { isDay } from "../../core/helpers";
import { BENCHMARK_ROLES, type BenchmarkEntry, TOKEN_TYPES } from "../../core/language-models";

/**
 * Control characters, of which PostgreSQL refuses NUL and which no name has, and half a surrogate pair, which
 * has no UTF-8: such texts would not come back as they went in.
 */
const STRAY_CHARACTER = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/** Most texts have no other characters, which is seen in a fraction of the time. */
const PLAIN = /^[\t\n -~]*$/;

/** A problem of one field of an entry. */
export interface EntryProblem {
  /** Column of the field in a benchmark file. */
  readonly column: string;
  readonly problem: string;
}

/** The largest 32-bit integer, for every database. */
const MOST_GPUS = 2_147_483_647;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** All problems of an entry. Files and callers have the same checks, before the database gets a row. */
export function problemsOf(entry: BenchmarkEntry): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const report: Report = (column, problem) => {
    problems.push({ column, problem });
  };
  checkTexts(entry, report);
  checkChoices(entry, report);
  checkSpeed(entry, report);
  checkCountAndDates(entry, report);
  return problems;
}

/** Allocates nothing for valid entries, as tens of thousands are checked at a time. */
type Report = (column: string, problem: string) => void;

const REQUIRED_TEXTS = [
  ["model", "model"],
  ["gpu_model", "gpuModel"],
  ["precision", "precision"],
  ["engine", "engine"],
  ["source", "source"],
] as const;
const TEXTS = [...REQUIRED_TEXTS, ["node", "node"], ["url", "url"], ["note", "note"]] as const;

function checkTexts(entry: BenchmarkEntry, report: Report): void {
  for (const [column, field] of REQUIRED_TEXTS) if (entry[field].trim() === "") report(column, "is empty");
  for (const [column, field] of TEXTS) {
    const text = entry[field];
    if (text !== null && !PLAIN.test(text) && STRAY_CHARACTER.test(text))
      report(column, "has a control character or half a character");
  }
}

function checkChoices({ tokenType, role, confidence }: BenchmarkEntry, report: Report): void {
  checkChoice("token_type", tokenType, TOKEN_TYPES, report);
  checkChoice("role", role, BENCHMARK_ROLES, report);
  checkChoice("confidence", confidence, CONFIDENCES, report);
}

function checkChoice(column: string, value: string, choices: readonly string[], report: Report): void {
  if (!choices.includes(value)) report(column, `"${value}" is not one of ${choices.join(", ")}`);
}

function checkSpeed({ tokensPerSecond: { low, expected, high } }: BenchmarkEntry, report: Report): void {
  if (!(isSpeed(low) && isSpeed(expected) && isSpeed(high))) {
    for (const [column, bound] of Object.entries({ low, tokens_per_second: expected, high })) {
      if (!isSpeed(bound)) report(column, `${bound} is not a speed: it must be above 0`);
    }
    return;
  }
  if (low > expected) report("low", `${low} is above the value ${expected}`);
  if (high < expected) report("high", `${high} is below the value ${expected}`);
}

function checkCountAndDates({ gpuCount, measuredOn, recordedAt }: BenchmarkEntry, report: Report): void {
  if (!isCount(gpuCount)) report("gpu_count", `${gpuCount} is not a count of GPUs`);
  if (measuredOn !== null && !isDay(measuredOn))
    report("measured_on", `"${measuredOn}" is not a day (YYYY-MM-DD)`);
  if (recordedAt !== null && !isInstant(recordedAt))
    report("recorded_at", `"${recordedAt}" is not an instant (YYYY-MM-DDThh:mm:ss.sssZ)`);
}

function isSpeed(bound: number): boolean {
  return Number.isFinite(bound) && bound > 0;
}

function isCount(count: number): boolean {
  return Number.isInteger(count) && count > 0 && count <= MOST_GPUS;
}

function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
