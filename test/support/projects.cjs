const { availableParallelism } = require("node:os");
const { join } = require("node:path");

const ROOT = join(__dirname, "../..");

/** Below `test`: suites that start processes, browsers, databases, gateways or clients, or try thousands of random requests. */
const LONG = [
  "access/process.test.ts",
  "browser/",
  "catalogue/",
  "clients/",
  "deployment/",
  "federation/",
  "fuzz/",
  "operations/",
  "package/",
  "readme/",
  "stores/",
  "threads/",
  "version/",
];
const LONG_PATTERNS = LONG.map((path) => `**/test/${path}${path.endsWith("/") ? "**/*.test.ts" : ""}`);

/** @type {import("jest").Config} */
const project = {
  rootDir: ROOT,
  testEnvironment: join(__dirname, "environment.cjs"),
  roots: ["<rootDir>/test", "<rootDir>/plugins"],
  // `jose` is an ES module, which Node can load from CommonJS and Jest cannot.
  transform: { "^.+\\.ts$": "@swc/jest", "/node_modules/jose/.+\\.js$": "@swc/jest" },
  transformIgnorePatterns: ["/node_modules/(?!jose/)"],
  setupFiles: ["reflect-metadata", "<rootDir>/test/support/as-deployed.ts", "<rootDir>/test/support/seed.ts"],
  setupFilesAfterEnv: [
    "<rootDir>/test/support/asserts-something.ts",
    "<rootDir>/test/support/close-at-the-end.ts",
  ],
  modulePathIgnorePatterns: ["<rootDir>/dist"],
};

/** @type {import("jest").Config} */
const settings = {
  // Generous: it ends tests that hang, and judges no speed.
  testTimeout: 600_000,
  // Two more than there are cores: suites wait for processes, databases and clocks, and Jest's main process does little.
  maxWorkers: availableParallelism() + 2,
  testSequencer: join(__dirname, "longest-first.cjs"),
};
const fast = {
  ...project,
  displayName: "fast",
  testMatch: ["**/*.test.ts", ...LONG_PATTERNS.map((path) => `!${path}`)],
};
const processes = {
  ...project,
  displayName: "processes",
  testMatch: LONG_PATTERNS,
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
};

/** Whether a suite, by its path from the root, is in the project `processes`. */
const isLong = (file) => LONG.some((path) => file.startsWith(`test/${path}`));

module.exports = { settings, fast, processes, isLong };
