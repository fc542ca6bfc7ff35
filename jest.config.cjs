/** What starts processes, databases, gateways or whole clients, or tries thousands of requests made at random. */
const LONG = [
  "access/process.test.ts",
  ...[
    "catalogue",
    "clients",
    "deployment",
    "federation",
    "fuzz",
    "operations",
    "readme",
    "stores",
    "threads",
    "version",
  ].map((folder) => `${folder}/**/*.test.ts`),
].map((path) => `**/test/${path}`);

/** @type {import("jest").Config} */
const project = {
  testEnvironment: "node",
  roots: ["<rootDir>/test", "<rootDir>/plugins"],
  // `jose` is a module, which Node can load from CommonJS and Jest cannot.
  transform: { "^.+\\.ts$": "@swc/jest", "/node_modules/jose/.+\\.js$": "@swc/jest" },
  transformIgnorePatterns: ["/node_modules/(?!jose/)"],
  setupFiles: ["reflect-metadata", "<rootDir>/test/support/as-deployed.ts", "<rootDir>/test/support/seed.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist"],
};

/** @type {import("jest").Config} */
module.exports = {
  // Generous: it bounds a test that hangs and judges no speed.
  testTimeout: 600_000,
  // By default Jest leaves one core to itself, which is half of the two that are usual.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/test/support/longest-first.cjs",
  projects: [
    { ...project, displayName: "fast", testMatch: ["**/*.test.ts", ...LONG.map((path) => `!${path}`)] },
    {
      ...project,
      displayName: "processes",
      testMatch: LONG,
      globalSetup: "<rootDir>/test/support/global-setup.ts",
      globalTeardown: "<rootDir>/test/support/global-teardown.ts",
    },
  ],
};
