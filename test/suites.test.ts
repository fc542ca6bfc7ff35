import { readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");

interface Project {
  readonly globals?: { readonly TOGETHER: readonly string[] };
  readonly testMatch: readonly string[];
}

const { projects } = require(join(ROOT, "jest.together.cjs")) as { projects: readonly Project[] };

describe("all tests together", () => {
  it("have each suite once", () => {
    const suites = ["test", "plugins"]
      .flatMap((room) =>
        readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
      )
      .filter((file) => file.endsWith(".test.ts"));
    const run = projects.flatMap(
      ({ globals, testMatch }) =>
        globals?.TOGETHER ?? testMatch.map((path) => path.replace("<rootDir>/", "")),
    );
    expect(suites.length).toBeGreaterThan(150);
    expect([...run].sort()).toEqual([...suites].sort());
  });
});

describe("a test", () => {
  it("fails where no assertion runs in it", () => {
    const { isExpectingAssertions } = expect.getState() as unknown as Record<string, unknown>;
    expect(isExpectingAssertions).toBe(true);
  });
});
