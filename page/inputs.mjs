// What a built folder was made of: it is made again when any of that is another.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Whatever is in them: files that are added count, too. */
const ALWAYS = ["page", "schema/operations", "package-lock.json", "tsconfig.json"];
const NOTE = ".inputs.json";

export function isBuiltFrom(built) {
  const note = join(built, NOTE);
  if (!existsSync(note)) return false;
  const { files, hash } = JSON.parse(readFileSync(note, "utf8"));
  return hash === hashOf(files);
}

/** @param modules what was bundled, as the bundler names it */
export function noteInputs(built, modules) {
  const files = modules
    .map((module) => relative(ROOT, module.replace(/\?.*$/, "")))
    .filter(
      (path) => !path.startsWith("..") && !path.startsWith("node_modules") && existsSync(join(ROOT, path)),
    );
  writeFileSync(join(built, NOTE), JSON.stringify({ files, hash: hashOf(files) }));
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const path of [...new Set([...ALWAYS.flatMap(filesIn), ...files])].sort()) {
    const file = join(ROOT, path);
    hash
      .update(`${path}\0`)
      .update(existsSync(file) ? readFileSync(file) : "")
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  const file = join(ROOT, path);
  if (!statSync(file).isDirectory()) return [path];
  return readdirSync(file, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(join(ROOT, name)).isFile());
}
