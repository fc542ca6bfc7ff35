import { join } from "node:path";

/** The suites of this share, by path: `jest.together.cjs` deals them out. */
declare const TOGETHER: readonly string[];

for (const file of TOGETHER) {
  describe(file, () => {
    try {
      require(join(__dirname, "../..", file));
    } catch (error) {
      // A suite that does not load fails by itself.
      it("loads", () => {
        throw error;
      });
    }
  });
}
