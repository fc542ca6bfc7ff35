import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { subset } from "semver";
import { VERSION } from "../../src/process/version";

const ROOT = join(__dirname, "..", "..");
const RUNNER = join(ROOT, "test/stores/support/run-typescript.cjs");

interface Package {
  readonly version: string;
  readonly engines: { readonly node: string };
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly engines?: { readonly node?: string } }>
  >;
}

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const own = JSON.parse(read("package.json")) as Package;
const lock = JSON.parse(read("package-lock.json")) as Lock;
/** The versions that the changelog has a section of, with what stands behind each. */
const sections = new Map(
  [...read("CHANGELOG.md").matchAll(/^## (\d+\.\d+\.\d+) \((.+)\)$/gm)].map(([, version, when]) => [
    version,
    when,
  ]),
);

describe("--version", () => {
  it.each([
    "src/main.ts",
    "src/cli/benchmarks.ts",
    "src/cli/api-key.ts",
    "src/cli/health.ts",
    "src/tools/catalogue.ts",
  ])("is answered by %s, which does nothing else", (program) => {
    const told = execFileSync(process.execPath, [RUNNER, join(ROOT, program), "--version"], {
      encoding: "utf8",
      env: { ...process.env, PORT: "-1", DATABASE_URL: "postgres://127.0.0.1:1/none" },
    });
    expect(told).toBe(`footprint-graph ${own.version}\n`);
  });
});

describe("an argument that there is not", () => {
  it.each(["--versoin", "-v", "serve"])("%s stops the start, and is named", (argument) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [RUNNER, join(ROOT, "src/main.ts"), argument],
      { encoding: "utf8", env: { ...process.env, PORT: "0" } },
    );
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`Unknown argument "${argument}"`);
  });
});

describe("the version", () => {
  it("is that of the package and of its lock", () => {
    expect([VERSION, lock.packages[""]?.version]).toEqual([own.version, own.version]);
  });

  it("is what the page on upgrades shows", () => {
    expect(read("docs/upgrading.md")).toContain(`\nfootprint-graph ${VERSION}\n`);
  });

  it("has a section in the changelog", () => {
    expect([...sections.keys()]).toContain(own.version);
  });

  it("is followed by none but the next, which is not released; the others have their day", () => {
    const days = [...sections.values()];
    expect(days.slice(1).every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day ?? ""))).toBe(true);
    expect([...sections.keys()].slice(0, 2)).toContain(own.version);
  });

  it("has a section wherever it has a tag", () => {
    const tags = execFileSync("git", ["tag", "--list", "v*"], { cwd: ROOT, encoding: "utf8" }).split("\n");
    const untold = tags.filter((tag) => tag !== "" && !sections.has(tag.slice(1)));
    expect(untold).toEqual([]);
  });
});

describe("what is installed", () => {
  it("runs on every Node that the package says it runs on, so that npm warns of none", () => {
    const narrower = Object.entries(lock.packages).flatMap(([path, { version, engines }]) =>
      engines?.node === undefined || subset(own.engines.node, engines.node)
        ? []
        : [`${path} ${version}: ${engines.node}`],
    );
    expect(narrower).toEqual([]);
  });

  it("is said alike in the README, and tried in continuous integration", () => {
    const [, ...first] =
      /^\^(\d+\.\d+)\.\d+ \|\| \^(\d+\.\d+)\.\d+ \|\| >=(\d+)\.0\.0$/.exec(own.engines.node) ?? [];
    expect(read("README.md")).toContain(
      `With Node ${first[0]}, ${first[1]} or ${first[2]}, or later ones of these`,
    );
    const tried = JSON.parse(
      /^ +node: (\[.*\])$/m.exec(read(".github/workflows/ci.yml"))?.[1] ?? "[]",
    ) as number[];
    expect(tried).toEqual(first.map((version) => Number.parseInt(version as string, 10)));
  });
});
