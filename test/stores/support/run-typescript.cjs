// Runs a TypeScript program as a process of its own, compiled as Jest compiles it:
//   node run-typescript.cjs PROGRAM.ts [ARGUMENT …]
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { transformSync } = require("@swc/core");

const options = JSON.parse(readFileSync(join(__dirname, "../../../.swcrc"), "utf8"));

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    ...options,
    filename,
    swcrc: false,
    sourceMaps: false,
  });
  module._compile(code, filename);
};

const [program, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], resolve(program), ...rest];
// As the main module, so that a program that starts itself only when run does start.
require("node:module")._load(resolve(program), null, true);
