import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
}

const read = (folder: string, file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"));

/**
 * What `npm ci --omit=dev` installs in a folder by its lock file, of the packages that were installed elsewhere from the same.
 * @throws Error where the lock file is not that of the package, or names a package that is not installed there
 */
export function installLocked(folder: string, installed: string): void {
  const { dependencies } = read(folder, "package.json");
  const { packages } = read(folder, "package-lock.json") as { packages: Record<string, Locked> };
  const { "": own, ...others } = packages as Record<string, Locked & { dependencies?: unknown }>;
  if (JSON.stringify(own?.dependencies) !== JSON.stringify(dependencies))
    throw new Error("package-lock.json has other dependencies than package.json");
  for (const [path, { dev = false, optional = false }] of Object.entries(others)) {
    if (dev) continue;
    if (existsSync(join(installed, path))) linkPackage(join(installed, path), join(folder, path));
    // Those that are optional may be for another machine.
    else if (!optional) throw new Error(`${path} is not installed`);
  }
}

/** Its files, but for the packages in it: they are others, of which not all are wanted. */
function linkPackage(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!entry.isDirectory()) linkOrCopy(source, target);
    else if (entry.name !== "node_modules") linkPackage(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // The two may be on different disks.
    copyFileSync(source, target);
  }
}
