import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as differences from "../../src/core/differences";
import * as engine from "../../src/core/engine";
import * as kit from "../../src/plugin-kit";

const PLUGINS = join(__dirname, "..", "..", "plugins");
const ROOMS = "core/(?:contract|errors|factors|footprint|formulas|language-models|method)|product";
const IMPORT = new RegExp(`import \\{([^}]*)\\} from "(?:\\.\\./)+src/(?:${ROOMS})"`, "g");

/** Values, and not types, that built-in plugins import of the rooms of the graph; what derives their data is a program. */
function imported(): string[] {
  const files = readdirSync(PLUGINS, { recursive: true, encoding: "utf8" });
  const texts = files
    .filter((file) => file.endsWith(".ts") && !file.includes("calibration"))
    .map((file) => readFileSync(join(PLUGINS, file), "utf8"));
  const names = texts.flatMap((text) => [...text.matchAll(IMPORT)].flatMap(([, all = ""]) => all.split(",")));
  return [...new Set(names.map((name) => name.trim()))].filter((name) => /^\w+$/.test(name)).sort();
}

describe("what a plugin from outside may import", () => {
  const offered = Object.keys(kit);

  it("has every value that a built-in plugin imports", () => {
    expect(imported().length).toBeGreaterThan(50);
    expect(imported().filter((name) => !offered.includes(name))).toEqual([]);
  });

  it("has nothing of the rooms that plugins are kept from", () => {
    const kept = [engine, differences].flatMap((room) => Object.keys(room));
    expect(kept.filter((name) => offered.includes(name))).toEqual([]);
  });

  it.each([
    "requireContract",
    "declareErrors",
    "parseTable",
    "FactorBook",
    "sumExplainable",
    "watchFormulas",
  ])("has no %s: that is of the graph's own making", (name) => expect(offered).not.toContain(name));
});
