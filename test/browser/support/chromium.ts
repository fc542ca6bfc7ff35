import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The one of the package is packed: it is unpacked into the folder for temporary files, and its path is printed. */
const UNPACK = 'require("@sparticuz/chromium").executablePath().then((path) => process.stdout.write(path))';

/**
 * The Chromium of `CHROMIUM_PATH`, or the one of a package of development, or where that does not start one on the PATH. Undefined
 * where none of them starts. That of the package is the same on every machine, and has no windows and no menus: it takes a third of
 * the time of a whole browser, which goes on working while nothing is shown.
 * @throws Error where `CHROMIUM_PATH` names one that does not
 */
export function findChromium(
  { CHROMIUM_PATH, PATH = "" }: NodeJS.ProcessEnv = process.env,
): string | undefined {
  if (CHROMIUM_PATH) {
    if (!starts(CHROMIUM_PATH))
      throw new Error(`CHROMIUM_PATH: ${CHROMIUM_PATH} is no Chromium that starts here`);
    return CHROMIUM_PATH;
  }
  const installed = NAMES.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return [unpacked, ...installed.filter(isProgram)]
    .map(pathOf)
    .find((path) => path !== undefined && starts(path));
}

const pathOf = (found: string | (() => string | undefined)): string | undefined =>
  typeof found === "string" ? found : found();

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function unpacked(): string | undefined {
  try {
    return execFileSync(process.execPath, ["-e", UNPACK], { cwd: __dirname, encoding: "utf8" });
  } catch {
    return undefined;
  }
}

/** A library that it needs may be missing, or it is of another kind of processor. */
function starts(path: string): boolean {
  try {
    execFileSync(path, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
