// What is in the package and not in a build: types for those who import it, and the entry for clients, which stands alone.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = dirname(fileURLToPath(import.meta.url));
const DECLARED = join(ROOT, "dist/declared");
const TYPES = join(ROOT, "dist/types");
const CLIENT = join(ROOT, "dist/client");
/** What may be imported: `exports` of package.json. */
const ENTRIES = ["src/library/index", "src/plugin-kit/index"];
const CLIENT_ENTRY = "schema/clients/index";

for (const folder of [DECLARED, TYPES, CLIENT]) rmSync(folder, { recursive: true, force: true });
// The build before it has checked the same.
const declaring = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.types.json", "--noCheck"];
execFileSync(process.execPath, declaring, { cwd: ROOT, stdio: "inherit" });
for (const entry of reachable(ENTRIES)) cpSync(join(DECLARED, entry), join(TYPES, entry));
await bundleClient();
rmSync(DECLARED, { recursive: true });

/** Declarations behind some: the compiler writes those of all that it has read. */
function reachable(entries) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    const text = readFileSync(join(DECLARED, file), "utf8");
    for (const [, name] of text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)) {
      const target = join(dirname(file), name);
      const there = [`${target}.d.ts`, join(target, "index.d.ts")].find((path) =>
        existsSync(join(DECLARED, path)),
      );
      if (there === undefined) throw new Error(`${file} imports ${name}, of which there are no types`);
      visit(there);
    }
  };
  for (const entry of entries) visit(`${entry}.d.ts`);
  return found;
}

/** For Node and for bundlers, as a module and for `require`; types of either kind are the same text. */
async function bundleClient() {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    build: {
      outDir: CLIENT,
      lib: {
        entry: join(ROOT, `${CLIENT_ENTRY}.ts`),
        formats: ["es", "cjs"],
        fileName: (format) => (format === "es" ? "client.mjs" : "client.cjs"),
      },
      minify: false,
      target: "es2022",
    },
  });
  const sdl = JSON.stringify(readFileSync(join(ROOT, "schema/schema.graphql"), "utf8"));
  append("client.mjs", `export const schema = ${sdl};\n`);
  append("client.cjs", `exports.schema = ${sdl};\n`);
  const types = [
    ...[...reachable([CLIENT_ENTRY])].reverse().map(declarationsOf),
    "/** The published schema, in SDL. */\nexport declare const schema: string;\n",
  ].join("\n");
  for (const name of ["client.d.mts", "client.d.cts"]) writeFileSync(join(CLIENT, name), types);
}

/** They are few and have different names: one after the other they are one file. */
function declarationsOf(file) {
  return readFileSync(join(DECLARED, file), "utf8").replace(/^(?:import|export) .*from "\..*$\n?/gm, "");
}

function append(name, text) {
  const file = join(CLIENT, name);
  writeFileSync(file, readFileSync(file, "utf8").replace(/\n*(\/\/# sourceMappingURL.*)?$/, `\n${text}`));
}
