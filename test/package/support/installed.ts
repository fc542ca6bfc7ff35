import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const ROOT = join(__dirname, "../../..");

export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** The package as somebody has it who installed it in an empty folder. */
export interface Installed {
  readonly packed: Packed;
  /** The folder that it was installed in. */
  readonly folder: string;
  /** What was unpacked. */
  readonly home: string;
  remove(): void;
}

/**
 * Packs what is built, and unpacks it where nothing else is but the packages that it says it needs. They are those that are
 * installed here: nothing is fetched.
 */
export function installPacked(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "footprint-package-"));
  execFileSync(process.execPath, ["prepack.mjs"], { cwd: ROOT, stdio: "ignore" });
  const packing = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [packed] = JSON.parse(execFileSync("npm", packing, { cwd: ROOT, encoding: "utf8" })) as [Packed];
  const home = join(folder, "node_modules/footprint-graph");
  mkdirSync(home, { recursive: true });
  execFileSync("tar", ["xzf", join(folder, packed.filename), "--strip-components=1", "-C", home]);
  for (const name of Object.keys(manifest().dependencies)) link(name, folder);
  return { packed, folder, home, remove: () => rmSync(folder, { recursive: true }) };
}

/** A folder with an `npm` that installs as above where a package is given, and is npm in all else. */
export function withoutRegistry({ folder }: Installed): string {
  const programs = join(folder, "programs");
  mkdirSync(programs);
  const npm = execFileSync("bash", ["-c", "command -v npm"], { encoding: "utf8" }).trim();
  writeFileSync(
    join(programs, "npm"),
    `#!/bin/bash
[ "$1" = install ] || exec ${npm} "$@"
home=node_modules/footprint-graph
mkdir -p $home node_modules/.bin
tar xzf "\${@: -1}" --strip-components=1 -C $home
cp -rs ${join(folder, "node_modules")}/. node_modules 2> /dev/null
bin=$(node -p 'require("./node_modules/footprint-graph/package.json").bin.footprint')
chmod +x "$home/$bin"
ln -s "../footprint-graph/$bin" node_modules/.bin/footprint
`,
  );
  chmodSync(join(programs, "npm"), 0o755);
  return programs;
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

export function manifest(): Manifest {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as Manifest;
}

function link(name: string, folder: string): void {
  const path = join(folder, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", name), path);
}
