// All tests as CI runs them: suites that start no processes share a few registries of modules, where each of its own would
// load, compile and warm up the same graph. A suite that must have its own says "@alone" in a comment, and why.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { fast, isLong, processes, settings } = require("./test/support/projects.cjs");

/** So many that workers are busy to the end, and as few as load the modules seldom. */
const SHARES = 4;

const files = ["test", "plugins"]
  .flatMap((root) =>
    readdirSync(join(__dirname, root), { recursive: true, encoding: "utf8" }).map((file) => join(root, file)),
  )
  .filter((file) => file.endsWith(".test.ts") && !isLong(file))
  .sort();
const isAlone = (file) => /^ \* @alone|^\/\*\* @alone/m.test(readFileSync(join(__dirname, file), "utf8"));
const alone = files.filter(isAlone);
const shared = files.filter((file) => !isAlone(file));

/** @type {import("jest").Config} */
module.exports = {
  ...settings,
  projects: [
    processes,
    { ...fast, displayName: "alone", testMatch: alone.map((file) => `<rootDir>/${file}`) },
    ...Array.from({ length: SHARES }, (_, share) => ({
      ...fast,
      displayName: `together ${share + 1}`,
      testMatch: ["<rootDir>/test/support/together.ts"],
      globals: { TOGETHER: shared.filter((_, index) => index % SHARES === share) },
    })),
  ],
};
