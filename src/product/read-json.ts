import { existsSync, readFileSync } from "node:fs";
import { isRecord } from "../core/helpers";

/** The object of a file; null where there is no file. @throws Error naming the file, for what is no object */
export function readObject(file: string): Readonly<Record<string, unknown>> | null {
  if (!existsSync(file)) return null;
  return objectIn(file, "the file", parsed(file));
}

/** @throws Error naming the file and the place in it, for what is no object */
export function objectIn(file: string, place: string, value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new Error(`${file}: ${place} must be an object (docs/plugins.md shows one)`);
}

/** @throws Error naming a member that means nothing */
export function refuseOthers(
  file: string,
  place: string,
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
): void {
  const other = Object.keys(value).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw new Error(`${file}: ${place} has no use for "${other}"; there are ${known.join(", ")}`);
  }
}

function parsed(file: string): unknown {
  const text = readFileSync(file, "utf8");
  if (text.trim() === "") throw new Error(`${file}: is empty (docs/plugins.md shows what is in it)`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}
