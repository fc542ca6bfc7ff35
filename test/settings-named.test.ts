import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SETTINGS } from "../src/process/settings-table";
import { ROOT, readSources } from "./support/source-imports";

describe("settings", () => {
  const files = [...readSources().keys()];
  const written = (file: string): string[] => [
    ...new Set(readFileSync(join(ROOT, file), "utf8").match(/\bFOOTPRINT_[A-Z_]*[A-Z]\b/g) ?? []),
  ];

  it("that code names are all in the one list, without which a start refuses them", () => {
    const unknown = files.flatMap((file) =>
      written(file)
        .filter((name) => !SETTINGS.includes(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are read from the environment in one place", () => {
    const reading = files.filter((file) => readFileSync(join(ROOT, file), "utf8").includes("process.env"));
    expect(reading).toEqual(["src/process/environment.ts"]);
  });

  it("are all documented, each once in the list, and pages name no other", () => {
    const documented = ["docs/settings.md", "docs/limits.md"].flatMap(written);
    expect(SETTINGS.filter((name) => !documented.includes(name))).toEqual([]);
    expect(new Set(SETTINGS).size).toBe(SETTINGS.length);
    const pages = readdirSync(join(ROOT, "docs")).filter((file) => file.endsWith(".md"));
    const named = ["README.md", ...pages.map((file) => `docs/${file}`)].flatMap((page) =>
      [...readFileSync(join(ROOT, page), "utf8").matchAll(/`(FOOTPRINT_[A-Z_]*[A-Z])\b/g)].map(([, name]) => [
        page,
        name as string,
      ]),
    );
    expect(named.filter(([, name]) => !SETTINGS.includes(name as string))).toEqual([]);
  });
});
