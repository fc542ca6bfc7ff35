// What is beside the compiled code, of which TypeScript alone takes care: data files, and the page for browsers.
import { chmodSync, cpSync, statSync } from "node:fs";
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

await buildPages();
