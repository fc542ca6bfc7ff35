// What a start of Node spends most time on, kept between processes: compiled code, and where modules of packages are. Newer
// versions of Node can keep the code themselves (`module.enableCompileCache`), the oldest that is supported cannot. Of packages,
// `v8-compile-cache` keeps code as it is before any function has run, fails where a script calls `import()`, and looks for modules anew.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { cachedDataVersionTag, deserialize, serialize } = require("node:v8");
const { Script } = require("node:vm");

const ROOT = join(__dirname, "../../..");
const FOLDER = join(ROOT, "node_modules/.cache/run-typescript");

/** Several times the code of the programs that tests start, some 7 MB: a file that is larger holds mostly that of texts that have changed since. */
const MOST_BYTES = 32 * 2 ** 20;

const hashOf = (text) => createHash("sha256").update(text).digest("hex");

/** A file of this folder, or null. */
function read(name) {
  try {
    return readFileSync(join(FOLDER, name));
  } catch {
    return null;
  }
}

/** Writes a file of this folder, of which other processes see all or nothing; where this process may not write, none. */
function write(name, content) {
  const unfinished = join(FOLDER, `${name}.${process.pid}`);
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(unfinished, content);
    renameSync(unfinished, join(FOLDER, name));
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** Takes what earlier processes kept, and keeps at its end what this one had to do itself. */
function useCodeCache() {
  // V8 refuses code of other versions and flags.
  const codeFile = `code-${cachedDataVersionTag()}`;
  // Packages change with the lock file; the project's own modules can change at any time, and are looked for.
  const pathsFile = `paths-${hashOf(readFileSync(join(ROOT, "package-lock.json")))}`;
  const code = deserialized(read(codeFile));
  Object.assign(Module._pathCache, JSON.parse(read(pathsFile) ?? "{}"));

  const compiledHere = new Map();
  const compileAsNodeDoes = Module.prototype._compile;
  Module.prototype._compile = function (text, filename, format) {
    // A script that is cached can import no ES module.
    if (format === "module" || /\bimport ?\(/.test(text))
      return compileAsNodeDoes.call(this, text, filename, format);
    const key = hashOf(text);
    const cachedData = code.get(key);
    let script;
    try {
      script = new Script(Module.wrap(text.replace(/^#!/, "//")), { filename, cachedData });
    } catch {
      // An ES module that says so nowhere, or an error that Node tells better.
      return compileAsNodeDoes.call(this, text, filename, format);
    }
    if (cachedData === undefined || script.cachedDataRejected) compiledHere.set(key, script);
    const run = script.runInThisContext();
    return run.call(this.exports, this.exports, requireOf(this), this, filename, dirname(filename));
  };

  process.once("exit", () => {
    if (compiledHere.size === 0) return;
    // Others may have kept theirs since this one began: a process that lives long would take it away.
    const kept = deserialized(read(codeFile));
    // At the end, so that the code of functions that were called is in it.
    for (const [key, script] of compiledHere) kept.set(key, script.createCachedData());
    write(codeFile, serialize(kept));
    const paths = Object.entries(Module._pathCache).filter(([, path]) => path.includes("/node_modules/"));
    write(pathsFile, JSON.stringify(Object.fromEntries(paths)));
  });
}

/** What a file says; nothing where it is none, or has grown so large that it is begun anew. */
function deserialized(bytes) {
  if (bytes === null || bytes.length > MOST_BYTES) return new Map();
  try {
    return deserialize(bytes);
  } catch {
    return new Map();
  }
}

/** As Node gives it to a module. */
function requireOf(module) {
  const require = (id) => module.require(id);
  require.resolve = (request, options) => Module._resolveFilename(request, module, false, options);
  require.resolve.paths = (request) => Module._resolveLookupPaths(request, module);
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

module.exports = { read, useCodeCache, write };
