import { DataError, describeProblem } from "../core/factors";
import type { BenchmarkStore } from "../core/language-models";
import { ENVIRONMENT } from "../process/environment";
import { requireKnownSettings } from "../process/known-settings";
import { toldVersion } from "../process/version";
import {
  benchmarkColumnsTable,
  openBenchmarkStore,
  SHIPPED_SEED,
  seedFromFile,
  storeLocation,
} from "../stores/benchmarks";
import { exportAll, importFiles, listImports, listVersions, print, undo } from "./benchmark-commands";

const USAGE = `Usage: benchmarks import FILE.csv …   add the speeds of files; each file as a whole, or not at all
       benchmarks export [FILE.csv]   print all versions as such a file, or write it
       benchmarks list                print all versions, one line each
       benchmarks imports             print all imports, one line each
       benchmarks undo ID | DAY       take an import back, or those of a day; what they replaced counts again
       benchmarks columns             print what the columns of a file are

DATABASE_URL names a PostgreSQL; without it FOOTPRINT_STORE names the file of the embedded database.`;

const PROBLEMS_SHOWN = 20;

const EXIT = { done: 0, failed: 1, misused: 2 } as const;

interface Command {
  readonly run: (store: BenchmarkStore, parameters: readonly string[]) => Promise<void>;
  /** Least and greatest number of parameters. */
  readonly takes: readonly [number, number];
}

const COMMANDS: Readonly<Record<string, Command>> = {
  import: { run: importFiles, takes: [1, Number.POSITIVE_INFINITY] },
  export: { run: exportAll, takes: [0, 1] },
  list: { run: listVersions, takes: [0, 0] },
  imports: { run: listImports, takes: [0, 0] },
  undo: { run: undo, takes: [1, 1] },
};
/** Commands that need no store. */
const TEXTS: Readonly<Record<string, () => string>> = {
  help: () => `${USAGE}\n`,
  "--help": () => `${USAGE}\n`,
  columns: benchmarkColumnsTable,
};

async function main([name = "", ...parameters]: readonly string[]): Promise<number> {
  if (toldVersion([name])) return EXIT.done;
  const text = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  if (text !== undefined && parameters.length === 0) {
    print(text());
    return EXIT.done;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined || !isWithin(parameters.length, command.takes)) {
    console.error(USAGE);
    return EXIT.misused;
  }
  requireKnownSettings(ENVIRONMENT);
  const store = await openBenchmarkStore(storeLocation(ENVIRONMENT), { seed: seedFromFile(SHIPPED_SEED) });
  try {
    await command.run(store, parameters);
    return EXIT.done;
  } finally {
    await store.close();
  }
}

function isWithin(count: number, [least, most]: readonly [number, number]): boolean {
  return count >= least && count <= most;
}

/** Errors that an operator can fix are printed without a stack trace. */
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
  // The reader of the pipe may have ended: `benchmarks list | head`.
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
