/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test", "<rootDir>/plugins"],
  testMatch: ["**/*.test.ts"],
  // `jose` is a module, which Node can load from CommonJS and Jest cannot.
  transform: { "^.+\\.ts$": "@swc/jest", "/node_modules/jose/.+\\.js$": "@swc/jest" },
  transformIgnorePatterns: ["/node_modules/(?!jose/)"],
  // Generous: it bounds a test that hangs and judges no speed.
  testTimeout: 120_000,
  // By default Jest leaves one core to itself, which is half of the two that are usual.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/test/support/longest-first.cjs",
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  setupFiles: ["reflect-metadata", "<rootDir>/test/support/as-deployed.ts", "<rootDir>/test/support/seed.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist"],
};
