// What is beside the compiled code, of which TypeScript alone takes care: data files, and the page for browsers.
import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildPages } from "./page/build.mjs";

// The command can be run as it is: in a checkout, `npx footprint` does.
chmodSync("dist/src/cli/footprint.js", 0o755);

// What tells its version, in an image too.
cpSync("package.json", "dist/package.json");

for (const room of ["src", "plugins"]) {
  cpSync(room, `dist/${room}`, {
    recursive: true,
    filter: (path) =>
      statSync(path).isDirectory() || path.endsWith(".csv") || /(samples|cases)\.json$/.test(path),
  });
}

// What was built of sources that are gone: a module that became a folder would be found in its place, and packed.
for (const room of ["src", "plugins", "schema"]) {
  for (const file of readdirSync(`dist/${room}`, { recursive: true, encoding: "utf8" })) {
    const source = join(room, file).replace(/\.js(\.map)?$/, ".ts");
    if (!existsSync(source)) rmSync(join("dist", room, file), { recursive: true, force: true });
  }
}

await buildPages();
