import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const RUN = join(ROOT, "test", "stores", "support", "run-typescript.cjs");

/** Packages that are loaded with the modules, in a process of its own. */
function packagesOf(modules: readonly string[]): string[] {
  const program = join(__dirname, "support", "packages-of.ts");
  return execFileSync(process.execPath, [RUN, program, ...modules], { encoding: "utf8" }).split("\n");
}

describe("products", () => {
  const products = readdirSync(join(ROOT, "plugins")).map((folder) => join(ROOT, "plugins", folder));

  it("are loaded without GraphQL and container", () => {
    const packages = packagesOf(products);
    expect(packages).toContain("csv-parse");
    expect(packages.filter((name) => /graphql|apollo|tsyringe/.test(name))).toEqual([]);
  });

  it("would be seen to load it", () => {
    expect(packagesOf([join(ROOT, "src", "graphql", "product")])).toContain("type-graphql");
  });
});
