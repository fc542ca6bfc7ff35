import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Composition, compose, PLUGINS } from "../../../src/compose";
import { type ComposedEstimates, composeEstimates } from "../../../src/compose-estimates";
import { loadExternalPlugins } from "../../../src/process/external-plugins";
import * as smallest from "../../external/public-gateway";

const FOLDER = join(__dirname, "../../external/public-gateway");
const DOOR = join(__dirname, "../../../src/plugin-kit");
const OWN_KINDS = Object.values(smallest).map(({ kind }) => kind);
/** The built-in products without that one, where it has become built in. */
const OTHERS = PLUGINS.filter(({ kind }) => !OWN_KINDS.includes(kind));

/** What is in a text, what stands there instead, and the file, `index.ts` when left out; null for a file that is new. */
export type Mistake = readonly [from: string | RegExp | null, to: string, file?: string];

/** The description of the smallest plugin from outside. */
export const TEXT = readFileSync(join(FOLDER, "index.ts"), "utf8");

/** The estimates with that plugin, with mistakes in its text as a newcomer makes them. */
export function start(...mistakes: readonly Mistake[]): ComposedEstimates {
  return withMistakes(mistakes, (plugins) => composeEstimates({ plugins }));
}

/** The same with their graph. */
export function startGraph(...mistakes: readonly Mistake[]): Composition {
  return withMistakes(mistakes, (plugins) => compose({ plugins }));
}

const copies: string[] = [];

/** To be called after each test: what a plugin reads later, such as its samples, is read from its copy. */
export function removeCopies(): void {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
}

function withMistakes<T>(mistakes: readonly Mistake[], startWith: (plugins: typeof PLUGINS) => T): T {
  const copy = mkdtempSync(join(tmpdir(), "footprint-mistake-"));
  copies.push(copy);
  cpSync(FOLDER, copy, { recursive: true });
  for (const mistake of mistakes) make(mistake, copy);
  // It stands elsewhere, and the door of plugins where it was.
  const index = readFileSync(join(copy, "index.ts"), "utf8");
  writeFileSync(join(copy, "index.ts"), index.replace("../../../src/plugin-kit", DOOR));
  return startWith([...OTHERS, ...loadExternalPlugins([copy], tmpdir())]);
}

function make([from, to, file = "index.ts"]: Mistake, folder: string): void {
  const path = join(folder, file);
  const text = from === null ? "" : readFileSync(path, "utf8");
  const changed = from === null ? to : text.replace(from, to);
  if (changed === text) throw new Error("the mistake is not in the text");
  writeFileSync(path, changed);
}
