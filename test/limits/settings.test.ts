import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_LIMITS, LIMIT_SETTINGS, type LimitName } from "../../src/graphql/limits";
import { readConfig } from "../../src/process/config";

const settings = Object.entries(LIMIT_SETTINGS) as [LimitName, (typeof LIMIT_SETTINGS)[LimitName]][];
const rows = readFileSync(join(__dirname, "..", "..", "docs", "limits.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `FOOTPRINT_"))
  .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));

describe("the limits", () => {
  it("are those of the page for people: setting, default and code, in this order", () => {
    const written = rows.map(([, variable, value, , code]) => [variable, value, code]);
    const inForce = settings.map(([, { variable, default: value, code }]) => [
      variable,
      String(value),
      code ?? "none: it is closed",
    ]);
    expect(written).toEqual(inForce);
  });

  it("have their defaults when nothing is set", () => {
    expect(readConfig({}).limits).toEqual(DEFAULT_LIMITS);
  });

  it.each(settings)("%s is what its variable says", (name, { variable, least, most }) => {
    expect(readConfig({ [variable]: String(most) }).limits[name]).toBe(most);
    expect(readConfig({ [variable]: String(least) }).limits[name]).toBe(least);
    for (const wrong of [least - 1, most + 1, "1.5", "many", "-1", "1e999", "NaN"]) {
      expect(() => readConfig({ [variable]: String(wrong) })).toThrow(
        `${variable} must be a whole number from ${least} to ${most}, got "${wrong}"`,
      );
    }
  });
});

describe("origins", () => {
  it.each([
    ["", []],
    ["https://app.example.org", ["https://app.example.org"]],
    ["https://a.example, http://localhost:5173", ["https://a.example", "http://localhost:5173"]],
    ["*", ["*"]],
  ])("%s", (text, origins) => {
    expect(readConfig({ FOOTPRINT_CORS_ORIGINS: text }).corsOrigins).toEqual(origins);
  });

  it.each([
    "example.org",
    "https://a.example/",
    "https://a.example/path",
    "https://*.example",
    "*,https://a.example",
    "null",
  ])("%s is refused", (text) => {
    expect(() => readConfig({ FOOTPRINT_CORS_ORIGINS: text })).toThrow("FOOTPRINT_CORS_ORIGINS");
  });
});
