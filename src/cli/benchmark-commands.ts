import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DataReader } from "../core/factors";
import type { Benchmark, BenchmarkEntry, BenchmarkImport, BenchmarkStore } from "../core/language-models";
import { LANGUAGE_MODELS_TABLE } from "../core/language-models";
import { GPUS } from "../core/method";
import { ENVIRONMENT } from "../process/environment";
import {
  AS_SHIPPED,
  benchmarkLines,
  formatBenchmarksCsv,
  importWarnings,
  parseBenchmarksCsv,
} from "../stores/benchmarks";

const CORE_DATA = { owner: "core", path: join(__dirname, "..", "core", "factors", "data") };
const REPORT_EVERY = 10_000;
const WARNINGS_SHOWN = 20;

/** Imports benchmark files, each as a whole or not at all. */
export async function importFiles(store: BenchmarkStore, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const text = readText(file);
    const entries = parseBenchmarksCsv(text, file);
    warn(file, text, entries);
    const onProgress = progressOf(file, entries.length);
    const { id, imported, unchanged } = await store.import(entries, { origin: basename(file), onProgress });
    const asImport = id === null ? "" : ` (import ${id})`;
    print(`${file}: ${imported} imported, ${unchanged} unchanged${asImport}\n`);
  }
}

/** Exports every version as a file, to stdout or to a path. */
export async function exportAll(store: BenchmarkStore, [file]: readonly string[]): Promise<void> {
  const text = formatBenchmarksCsv(await store.list());
  if (file !== undefined) writeFileSync(file, text);
  else {
    if (isAnnouncedByNpm())
      console.error(
        'npm has written two lines of its own before the file: name the file, "export FILE.csv", or run npm with --silent.',
      );
    print(text);
  }
}

export async function listVersions(store: BenchmarkStore): Promise<void> {
  print((await store.list()).map(asLine).join(""));
}

export async function listImports(store: BenchmarkStore): Promise<void> {
  print((await store.imports()).map(importLine).join(""));
}

/**
 * Undoes one import, by its id, or all of a day, by a prefix of their time. The initial data of a store
 * are undone by their id only.
 */
export async function undo(store: BenchmarkStore, [which = ""]: readonly string[]): Promise<void> {
  for (const id of await idsOf(which, store)) {
    const { origin, importedAt, versions } = await store.undo(id);
    print(
      `import ${id} (${origin ?? "of unknown origin"}, ${importedAt}) undone: ${versions} versions taken back\n`,
    );
  }
}

async function idsOf(which: string, store: BenchmarkStore): Promise<number[]> {
  if (/^\d{1,9}$/.test(which)) return [Number(which)];
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]*Z?)?$/.test(which))
    throw new Error(`"${which}" is neither the id of an import nor a day (YYYY-MM-DD); "imports" lists them`);
  const found = (await store.imports()).filter(
    ({ importedAt, undoneAt, origin }) =>
      importedAt.startsWith(which) && undoneAt === null && origin !== AS_SHIPPED,
  );
  if (found.length === 0)
    throw new Error(`nothing that counts still was imported on ${which}; "imports" lists all`);
  return found.map(({ id }) => id).reverse();
}

function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${file}: is not text in UTF-8`);
    throw error;
  }
}

/** Warns on stderr about likely mistakes, which are imported nevertheless. */
function warn(file: string, text: string, entries: readonly BenchmarkEntry[]): void {
  // The server reports an invalid overlay at its start.
  const reader = new DataReader(ENVIRONMENT.FOOTPRINT_DATA || null);
  const known = {
    models: reader.table(CORE_DATA, LANGUAGE_MODELS_TABLE).keys(),
    gpus: reader.table(CORE_DATA, GPUS).keys(),
    now: new Date(),
  };
  const { shown, more } = importWarnings(entries, known, WARNINGS_SHOWN);
  if (shown.length === 0) return;
  const lines = benchmarkLines(text);
  for (const { index, column, warning } of shown) {
    console.error(`warning: ${file}, row ${lines[index + 1]}, column ${column}: ${warning}`);
  }
  if (more > 0) console.error(`warning: … and ${more} more`);
}

/** Shows the progress of a long import on stderr. */
function progressOf(file: string, total: number): (written: number) => void {
  let reported = 0;
  return (written) => {
    if (written - reported < REPORT_EVERY) return;
    reported = written;
    console.error(`${file}: ${written} of ${total} rows written, not committed yet`);
  };
}

/** `npm run` prints the command on stdout, unless it has `--silent`. */
function isAnnouncedByNpm(): boolean {
  const { npm_lifecycle_event: script, npm_config_loglevel: level } = ENVIRONMENT;
  return script === "benchmarks" && level !== "silent" && !process.stdout.isTTY;
}

function asLine(benchmark: Benchmark): string {
  const { model, gpuModel, gpuCount, tokenType, tokensPerSecond, role, confidence, validFrom } = benchmark;
  const { low, expected, high } = tokensPerSecond;
  const unit = tokenType === "AUDIO_SECOND" ? "s of sound per s" : "tokens/s";
  const speed = `${expected} ${unit} (${low} to ${high})`;
  const since = validFrom === null ? "since always" : `from ${validFrom}`;
  return `${[model, `${gpuCount} x ${gpuModel}`, tokenType, speed, role, confidence, since].join("\t")}\n`;
}

function importLine({ id, importedAt, origin, versions, undoneAt }: BenchmarkImport): string {
  const state = undoneAt === null ? "in the store" : `undone at ${undoneAt}`;
  return `${[id, importedAt, `${versions} versions`, origin ?? "of unknown origin", state].join("\t")}\n`;
}

export function print(text: string): void {
  process.stdout.write(text);
}
