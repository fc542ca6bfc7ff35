// Copies the data files beside the compiled code: TypeScript only takes care of its own.
import { cpSync, statSync } from "node:fs";

// What tells its version, in an image too.
cpSync("package.json", "dist/package.json");

for (const room of ["src", "plugins"]) {
  cpSync(room, `dist/${room}`, {
    recursive: true,
    filter: (path) =>
      statSync(path).isDirectory() || path.endsWith(".csv") || /(samples|cases)\.json$/.test(path),
  });
}
