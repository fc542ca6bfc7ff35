import "reflect-metadata";
import { parseArgs } from "node:util";
import { graphql } from "graphql";
import { type Composition, compose } from "../compose";
import { ENVIRONMENT } from "../process/environment";
import { toldVersion } from "../process/version";
import {
  type CatalogueDiff,
  DEFAULT_RECORDINGS,
  DEFAULT_SNAPSHOT,
  diffCatalogue,
  diffReport,
  hasDifferences,
  type KnownType,
  type ReadOptions,
  type Recording,
  readSnapshot,
  record,
  type Snapshot,
  type SyncOutcome,
  snapshotReport,
  sync,
} from "./product-catalogue";

export const EXIT = { ok: 0, differences: 1, usage: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const USAGE = `Usage: catalogue sync | diff | record [FILE] [--json]

  sync   reads the operator's public product catalogue into a file; on failure the file stays as it was
  diff   compares that file with the graph: Instance types, and the operator's estimates beside ours
  record reads the catalogue as sync does, and adds the operator's estimates of today to a file of recordings
         (default: ${DEFAULT_RECORDINGS}); npm run calibrate takes it
  --json prints JSON instead of tables

Environment
  SCW_API_URL          base URL of the API (default: the operator's)
  FOOTPRINT_CATALOGUE  path of the file (default: ${DEFAULT_SNAPSHOT})
  FOOTPRINT_DATA       folder of data laid over the embedded data, as for the server

Exit codes: ${EXIT.ok} done, no difference; ${EXIT.differences} diff found differences; ${EXIT.usage} wrong usage; ${EXIT.failed} failed
`;

/** What the commands use of the world. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** How the catalogue is read, besides its address. */
  readonly reading?: Omit<ReadOptions, "apiUrl">;
}

/** Runs one command. Never throws: what went wrong is on `err` and in the exit code. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const command = parse(args);
  if (command === null) {
    world.err(USAGE);
    return EXIT.usage;
  }
  if (command.name === "help") {
    world.out(USAGE);
    return EXIT.ok;
  }
  try {
    const { name, json, file } = command;
    if (name === "record") return await runRecord(json, world, file);
    return await (name === "sync" ? runSync : runDiff)(json, world);
  } catch (error) {
    world.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
}

interface Command {
  readonly name: "sync" | "diff" | "record" | "help";
  readonly json: boolean;
  /** Of recordings. */
  readonly file: string;
}

function parse(args: readonly string[]): Command | null {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
    });
    const json = values.json === true;
    const [name, file = DEFAULT_RECORDINGS, ...more] = positionals;
    if (values.help === true) return { name: "help", json, file };
    if (name === "record" && more.length === 0) return { name, json, file };
    return (name === "sync" || name === "diff") && positionals.length === 1 ? { name, json, file } : null;
  } catch {
    return null;
  }
}

async function syncIn(world: World): Promise<SyncOutcome> {
  const apiUrl = world.environment.SCW_API_URL?.replace(/\/+$/, "") || null;
  return sync(pathIn(world), { ...world.reading, apiUrl });
}

async function runSync(json: boolean, world: World): Promise<ExitCode> {
  const { out, err } = world;
  const outcome = await syncIn(world);
  if (outcome.synced) {
    const { snapshot } = outcome;
    out(json ? asJson({ synced: true, ...summary(snapshot) }) : snapshotReport(snapshot));
    return EXIT.ok;
  }
  const { lastGood, reason } = outcome;
  if (json) out(asJson({ synced: false, reason, lastGood: lastGood === null ? null : summary(lastGood) }));
  const kept =
    lastGood === null
      ? "There are no earlier data to fall back on."
      : `The last good data stay in force: ${lastGood.products.length} products, read at ${lastGood.readAt}.`;
  err(`The catalogue was not synchronised: ${reason}\n${kept}\n`);
  return EXIT.failed;
}

/** The products themselves are in the file. */
function summary({ readAt, source, products, problems }: Snapshot): object {
  return { readAt, source, products: products.length, problems };
}

/** @throws Error where the catalogue cannot be read: yesterday's estimates are no recording of today */
async function runRecord(json: boolean, world: World, file: string): Promise<ExitCode> {
  const outcome = await syncIn(world);
  if (!outcome.synced) throw new Error(`Nothing was recorded: ${outcome.reason}`);
  const composition = compose({ dataOverlay: world.environment.FOOTPRINT_DATA || null });
  const known = new Set((await knownTypes(composition)).map(({ name }) => name));
  const recording = await record(file, outcome.snapshot, (type) => known.has(type));
  world.out(json ? asJson({ file, ...recording }) : recordingReport(recording, file));
  return EXIT.ok;
}

function recordingReport({ day, recorded, known, leftOut }: Recording, file: string): string {
  const lines = [
    `${recorded} estimates recorded for ${day} in ${file}; ${known} were recorded on that day before.`,
    ...leftOut.map(({ sku, reason }) => `Left out: ${sku}: ${reason}.`),
    "Next: npm run calibrate, npm run accuracy, and review the difference of the data files.",
  ];
  return `${lines.join("\n")}\n`;
}

async function runDiff(json: boolean, world: World): Promise<ExitCode> {
  const path = pathIn(world);
  const snapshot = await readSnapshot(path);
  if (snapshot === null) throw new Error(`There is no catalogue at ${path}: run "sync" first.`);
  const composition = compose({ dataOverlay: world.environment.FOOTPRINT_DATA || null });
  const known = { types: await knownTypes(composition), footprints: composition.engine };
  const diff: CatalogueDiff = await diffCatalogue(snapshot, known);
  const different = hasDifferences(diff);
  world.out(json ? asJson({ ...diff, different }) : diffReport(diff));
  return different ? EXIT.differences : EXIT.ok;
}

/** Asks the graph itself, as any client would. @throws Error when it serves no Instances. */
async function knownTypes({ schema }: Composition): Promise<KnownType[]> {
  const source = "{ instanceTypes { name vcpu ramGib: ramGb zones } }";
  const { data, errors } = await graphql({ schema: schema.executable, source });
  if (errors !== undefined)
    throw new Error(`The graph does not list its Instance types: ${errors[0]?.message}`);
  return (data as unknown as { instanceTypes: KnownType[] }).instanceTypes;
}

function pathIn({ environment }: World): string {
  return environment.FOOTPRINT_CATALOGUE || DEFAULT_SNAPSHOT;
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (toldVersion(args)) return;
  process.exitCode = await run(args, {
    environment: ENVIRONMENT,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}

if (require.main === module) void main();
