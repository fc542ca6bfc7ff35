// All tests as CI runs them: suites share a few registries of modules, where each of its own would load, compile and warm up the
// same graph. A suite that must have its own says "@alone" in a comment, and why.
// `npm test` has V8 collect garbage in the thread that makes it, and `one-context.cjs` has it optimize only what runs for long: workers are
// busy on every core, so that what helps a single one, threads that collect and compile beside it, took a quarter of the CPU time of all.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { fast, isLong, processes, settings } = require("./test/support/projects.cjs");

/** Shares of the fast suites: so many that workers are busy to the end, and as few as load the modules seldom. */
const SHARES = 3;
/** Of the long suites, what shares modules, and may need a database. */
const PROCESS_SHARES = {
  threads: /^test\/threads\//,
  deployed: /^test\/(deployment|package|readme)\//,
  started: /^test\/(access|operations|version)\//,
  stores: /^test\/stores\//,
};
/** Of the long suites, what shares modules, and needs no database. */
const LONG_SHARES = {
  random: /^test\/fuzz\//,
  wider: /^test\/(federation|clients|catalogue)\//,
  browser: /^test\/browser\//,
};

const files = ["test", "plugins"]
  .flatMap((root) =>
    readdirSync(join(__dirname, root), { recursive: true, encoding: "utf8" }).map((file) => join(root, file)),
  )
  .filter((file) => file.endsWith(".test.ts"))
  .sort();
const isAlone = (file) => /^ \* @alone|^\/\*\* @alone/m.test(readFileSync(join(__dirname, file), "utf8"));

const quick = files.filter((file) => !isLong(file) && !isAlone(file));
const longSharesOf = (shares) =>
  Object.entries(shares).map(([name, folders]) => [
    name,
    files.filter((file) => isLong(file) && folders.test(file) && !isAlone(file)),
  ]);
const processShares = Object.fromEntries(longSharesOf(PROCESS_SHARES));
const shares = Object.fromEntries([
  ...longSharesOf(LONG_SHARES),
  ...Array.from({ length: SHARES }, (_, share) => [
    `fast ${share + 1}`,
    quick.filter((_file, index) => index % SHARES === share),
  ]),
]);
const shared = new Set([...Object.values(processShares), ...Object.values(shares)].flat());
const matching = (some) => some.map((file) => `<rootDir>/${file}`);
const projectsOf = (project, shares) =>
  Object.entries(shares).map(([displayName, TOGETHER]) => ({
    ...project,
    displayName,
    testMatch: ["<rootDir>/test/support/together.ts"],
    globals: { TOGETHER },
  }));

/** @type {import("jest").Config} */
module.exports = {
  ...settings,
  projects: [
    ...projectsOf(processes, processShares),
    { ...processes, testMatch: matching(files.filter((file) => isLong(file) && !shared.has(file))) },
    {
      ...fast,
      displayName: "alone",
      testMatch: matching(files.filter((file) => !isLong(file) && !shared.has(file))),
    },
    ...projectsOf(fast, shares),
  ],
};
