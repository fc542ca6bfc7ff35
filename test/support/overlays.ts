import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { PLUGINS } from "../../src/compose-estimates";

const ROOT = join(__dirname, "..", "..");
/** Folders of data files, by the name that an operator's overlay has for them. */
const FOLDERS: Readonly<Record<string, string>> = {
  core: join(ROOT, "src/core/factors/data"),
  ...Object.fromEntries(PLUGINS.map(({ kind, folder = "" }) => [kind, join(folder, "data")])),
};
/** Data of the store, which overlays cannot change. */
const SEED = "benchmarks.csv";

export type Row = Readonly<Record<string, string>>;

export interface DataFile {
  /** As in an overlay, for example `instance/hosts.csv`. */
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Every data file that an overlay can change. */
export function dataFiles(): DataFile[] {
  return Object.entries(FOLDERS).flatMap(([owner, folder]) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".csv") && file !== SEED)
      .map((file) => ({
        name: `${owner}/${file}`,
        rows: parse(readFileSync(join(folder, file)), { columns: true, bom: true }) as Row[],
      })),
  );
}

/** A folder for FOOTPRINT_DATA with these files. */
export function overlayOf(files: readonly DataFile[]): string {
  const root = mkdtempSync(join(tmpdir(), "overlay-"));
  for (const { name, rows } of files.filter((one) => one.rows.length > 0)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), stringify([...rows], { header: true }));
  }
  return root;
}

/** The file with only some rows changed. */
export function changed({ name, rows }: DataFile, change: (row: Row) => Row | null): DataFile {
  return { name, rows: rows.map(change).filter((row) => row !== null) };
}
