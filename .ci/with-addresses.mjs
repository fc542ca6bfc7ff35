// Prints a lock file with the address that each archive has in a registry, by name and version. The file itself names no
// registry, so npm asks for all versions of each of a thousand packages: half of the work of an install.
// node .ci/with-addresses.mjs <lock file> "$(npm config get registry)"
import { readFileSync } from "node:fs";

const [file, host] = process.argv.slice(2);
const registry = host.replace(/\/*$/, "/");
const lock = JSON.parse(readFileSync(file, "utf8"));
for (const [folder, locked] of Object.entries(lock.packages)) {
  if (folder === "" || locked.link || locked.resolved !== undefined) continue;
  const name = locked.name ?? folder.split("node_modules/").at(-1);
  locked.resolved = `${registry}${name}/-/${name.split("/").at(-1)}-${locked.version}.tgz`;
}
process.stdout.write(`${JSON.stringify(lock, null, 2)}\n`);
