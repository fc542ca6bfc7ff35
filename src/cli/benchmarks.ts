import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DataError, describeProblem } from "../core/factors";
import type { Benchmark, BenchmarkStore } from "../core/language-models";
import {
  formatBenchmarksCsv,
  openBenchmarkStore,
  parseBenchmarksCsv,
  seedFromFile,
  storeLocation,
} from "../stores/benchmarks";

const USAGE = `Usage: benchmarks import FILE.csv …   add the speeds of files; each file as a whole, or not at all
       benchmarks export              print all versions as such a file
       benchmarks list                print all versions, one line each

DATABASE_URL names a PostgreSQL; without it FOOTPRINT_STORE names the file of the embedded database.`;

const SEED = join(__dirname, "..", "..", "plugins", "serverless", "data", "benchmarks.csv");
const REPORT_EVERY = 10_000;
const PROBLEMS_SHOWN = 20;

const EXIT = { done: 0, failed: 1, misused: 2 } as const;

type Command = (store: BenchmarkStore, files: readonly string[]) => Promise<void>;

const COMMANDS: Readonly<Record<string, { readonly run: Command; readonly takesFiles: boolean }>> = {
  import: { run: importFiles, takesFiles: true },
  export: { run: async (store) => print(formatBenchmarksCsv(await store.list())), takesFiles: false },
  list: { run: async (store) => print((await store.list()).map(asLine).join("")), takesFiles: false },
};

async function main([name = "", ...files]: readonly string[]): Promise<number> {
  if (name === "help" || name === "--help") {
    print(`${USAGE}\n`);
    return EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || command.takesFiles !== files.length > 0) {
    console.error(USAGE);
    return EXIT.misused;
  }
  const store = await openBenchmarkStore(storeLocation(process.env), { seed: seedFromFile(SEED) });
  try {
    await command.run(store, files);
    return EXIT.done;
  } finally {
    await store.close();
  }
}

async function importFiles(store: BenchmarkStore, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const entries = parseBenchmarksCsv(readText(file), file);
    const { imported, unchanged } = await store.import(entries, progressOf(file, entries.length));
    print(`${file}: ${imported} imported, ${unchanged} unchanged\n`);
  }
}

function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${file}: is not text in UTF-8`);
    throw error;
  }
}

/** Tells on stderr how a long import gets on. */
function progressOf(file: string, total: number): (written: number) => void {
  let reported = 0;
  return (written) => {
    if (written - reported < REPORT_EVERY) return;
    reported = written;
    console.error(`${file}: ${written} of ${total} rows written, not committed yet`);
  };
}

function asLine(benchmark: Benchmark): string {
  const { model, gpuModel, gpuCount, tokenType, tokensPerSecond, role, confidence, validFrom } = benchmark;
  const { low, expected, high } = tokensPerSecond;
  const unit = tokenType === "AUDIO_SECOND" ? "s of sound per s" : "tokens/s";
  const speed = `${expected} ${unit} (${low} to ${high})`;
  const since = validFrom === null ? "since always" : `from ${validFrom}`;
  return `${[model, `${gpuCount} x ${gpuModel}`, tokenType, speed, role, confidence, since].join("\t")}\n`;
}

function print(text: string): void {
  process.stdout.write(text);
}

/** What an operator can mend, without a stack trace. */
function tell(error: unknown): void {
  if (error instanceof DataError) {
    const shown = error.problems.slice(0, PROBLEMS_SHOWN).map(describeProblem);
    const more = error.problems.length - shown.length;
    console.error(["Nothing of the file was imported:", ...shown].join("\n  "));
    if (more > 0) console.error(`  … and ${more} more`);
  } else if (error instanceof Error && !(error instanceof TypeError)) {
    console.error(error.message);
  } else {
    console.error(error);
  }
}

if (require.main === module) {
  // The reader of a pipe may have had enough: `benchmarks list | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed);
  });
  main(process.argv.slice(2))
    .catch((error: unknown) => {
      tell(error);
      return EXIT.failed;
    })
    .then((code) => {
      process.exitCode = code;
    });
}
