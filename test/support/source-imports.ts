import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { COMPOSITION, MAY_IMPORT, UNBOUND } from "./rooms";

export const ROOT = join(__dirname, "../..");

/** Source texts by their paths from the root. */
export type Sources = ReadonlyMap<string, string>;

export interface Edge {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The module that is imported, without its ending. */
  readonly target: string;
}

/** Types and documents that are made of the operations, and what builds the page. */
const NO_SOURCE = /^(page\/src|schema\/clients)\/generated\/operations|^page\/[\w./]+\.mjs$/;
/** By statements, by calls, and by a comment that the compiler reads. */
const IMPORTS = [
  /^\s*(?:import|export)\b[^;"'`]*?\bfrom\s*["']([^"'\n]+)["']/gm,
  /^\s*import\s*["']([^"'\n]+)["']/gm,
  /\b(?:import|require(?:\.resolve)?)\(\s*["'`]([^"'`\n]+)["'`]/g,
];
const REFERENCE = /^\/\/\/ <reference path=["']([^"'\n]+)["']/gm;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
const ENDING = /\.[cm]?[jt]sx?$/;

/** All sources, in whatever language a module can be. */
export function readSources(): Sources {
  const files = ["src", "plugins", "schema", "page"]
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
    )
    .filter((file) => ENDING.test(file) && !NO_SOURCE.test(file));
  return new Map(files.map((file) => [file, readFileSync(join(ROOT, file), "utf8")]));
}

const known = new Map<string, readonly string[]>();

export function importsIn(text: string): readonly string[] {
  const found = known.get(text) ?? readImports(text);
  known.set(text, found);
  return found;
}

function readImports(text: string): string[] {
  const code = text.replace(COMMENT, "");
  return [...IMPORTS.flatMap((one) => [...code.matchAll(one)]), ...text.matchAll(REFERENCE)].map(
    ([, name]) => name as string,
  );
}

/** Names of the packages that a text imports. */
export function packagesIn(text: string): string[] {
  return importsIn(text)
    .filter((name) => !name.startsWith(".") && !isBuiltin(name))
    .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] as string);
}

export function roomOf(file: string): string {
  const plugin = /^plugins\/[^/]+/.exec(file);
  if (plugin) return plugin[0];
  const rooms = [...Object.keys(MAY_IMPORT), ...UNBOUND];
  return rooms.find((room) => file === room || file.startsWith(`${room}/`)) ?? file;
}

export function edgesIn(sources: Sources): Edge[] {
  return [...sources].flatMap(([file, text]) =>
    importsIn(text)
      .filter((name) => name.startsWith("."))
      .map((name) => targetOf(file, name))
      .map((target) => ({
        file,
        from: roomOf(file),
        to: roomOf(COMPOSITION.includes(`${target}.ts`) ? `${target}.ts` : target),
        target,
      })),
  );
}

/** The files that a file imports. */
export function graphOf(sources: Sources): Map<string, string[]> {
  const fileOf = (target: string): string | undefined =>
    ["", "x"]
      .flatMap((x) => [`${target}.ts${x}`, join(target, `index.ts${x}`)])
      .find((file) => sources.has(file));
  return new Map(
    [...sources].map(([file, text]) => [
      file,
      importsIn(text)
        .filter((name) => name.startsWith("."))
        .flatMap((name) => fileOf(targetOf(file, name)) ?? []),
    ]),
  );
}

/** The folders that have an index. */
export function doorsIn(sources: Sources): string[] {
  return [...sources.keys()].filter((file) => /\/index\.tsx?$/.test(file)).map((file) => dirname(file));
}

function targetOf(file: string, name: string): string {
  return relative(ROOT, resolve(ROOT, dirname(file), name)).replace(/\.[cm]?[jt]sx?$/, "");
}
