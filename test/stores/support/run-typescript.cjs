// Runs a TypeScript program as a process of its own, compiled as Jest compiles it, each text once:
//   node run-typescript.cjs PROGRAM.ts [ARGUMENT …]
const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { read, useCodeCache, write } = require("./code-cache.cjs");

const ROOT = join(__dirname, "../../..");
const settings = readFileSync(join(ROOT, ".swcrc"), "utf8");
const compiler = require("@swc/core/package.json").version;

useCodeCache();
require.extensions[".ts"] = (module, filename) => {
  const text = readFileSync(filename, "utf8");
  const key = createHash("sha256").update([compiler, settings, filename, text].join("\0")).digest("hex");
  module._compile(
    cachedOr(`${key}.js`, () => compiled(text, filename)),
    filename,
  );
};

function compiled(text, filename) {
  const { transformSync } = require("@swc/core");
  return transformSync(text, { ...JSON.parse(settings), filename, swcrc: false, sourceMaps: false }).code;
}

/** What is cached under a name, or else what is computed now, and cached for the next process. */
function cachedOr(name, make) {
  const cached = read(name);
  if (cached !== null) return cached.toString();
  const computed = make();
  write(name, computed);
  return computed;
}

const threads = require("node:worker_threads");
// Threads compile what they load as their process does.
threads.Worker = class extends threads.Worker {
  constructor(file, options = {}) {
    super(file, { ...options, execArgv: ["--require", __filename] });
  }
};

if (threads.isMainThread) {
  const [program, ...rest] = process.argv.slice(2);
  process.argv = [process.argv[0], resolve(program), ...rest];
  // As the main module, so that a program that starts itself only when run does start.
  require("node:module")._load(resolve(program), null, true);
}
