import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The one of the package is packed, and unpacks itself into the folder for temporary files. */
const UNPACK = 'require("@sparticuz/chromium").executablePath()';
/** Of this checkout: one in the folder that all users share may be another's, and of another version. */
const UNPACKED = join(__dirname, "../../../node_modules/.cache/chromium");

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
    if (!existsSync(UNPACKED)) unpack();
    return join(UNPACKED, "chromium");
  } catch {
    return undefined;
  }
}

/** Whole or not at all: what is interrupted, or goes on in another process, is no folder of this name. */
function unpack(): void {
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const folder = mkdtempSync(`${UNPACKED}-`);
  try {
    execFileSync(process.execPath, ["-e", UNPACK], {
      cwd: __dirname,
      env: { ...process.env, TMPDIR: folder },
    });
    renameSync(folder, UNPACKED);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(UNPACKED)) throw error;
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
