import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The package, of which the build puts a copy at the same place beside the compiled code. */
const PACKAGE = join(__dirname, "..", "..", "package.json");

/** The version of this software, as its changelog names it. */
export const VERSION: string = (JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string }).version;

/** Answers `--version`; other arguments are then ignored. */
export function toldVersion(args: readonly string[]): boolean {
  if (args[0] !== "--version") return false;
  process.stdout.write(`footprint-graph ${VERSION}\n`);
  return true;
}
