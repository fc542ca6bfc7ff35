import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CRITERIA } from "../src/core/footprint";
import { circlesIn } from "./support/circles";
import {
  FORBIDDEN_PACKAGES,
  KNOWN_CIRCLES,
  MAY_IMPORT,
  NOT_PACKED,
  OPEN_ROOMS,
  REQUIRES_BY_NAME,
  UNBOUND,
} from "./support/rooms";
import {
  doorsIn,
  type Edge,
  edgesIn,
  graphOf,
  importsIn,
  packagesIn,
  ROOT,
  readSources,
  roomOf,
  type Sources,
} from "./support/source-imports";

const { name: OWN_NAME, dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
const SOURCES = readSources();

function mayImport({ file, from, to }: Edge): boolean {
  if (from === to) return true;
  // A program that is served is made of sources alone.
  if (!/^(src|plugins|schema|page)\b/.test(to)) return false;
  if (UNBOUND.includes(from)) return roomOf(to) !== "page";
  // Helpers may be imported everywhere but in what is copied into other projects.
  if (to === "src/core/helpers") return from !== "schema/clients";
  // What derives a product's data is a program beside the product: it runs the engine on what it derives.
  if (/^plugins\/[^/]+\/calibration\//.test(file) && to === "src/core/engine") return true;
  const allowed = MAY_IMPORT[from.startsWith("plugins/") ? "plugins" : from];
  return allowed?.some((room) => to === room || to.startsWith(`${room}/`)) ?? false;
}

/** A folder with an index is entered by it. */
function pastTheDoor(edges: readonly Edge[], sources: Sources): Edge[] {
  const doors = doorsIn(sources).filter((door) => !(door in OPEN_ROOMS));
  const isWithin = (path: string, door: string): boolean => path.startsWith(`${door}/`);
  return edges.filter(({ file, target }) =>
    doors.some((door) => isWithin(target, door) && !isWithin(file, door)),
  );
}

/** What is wrong with the imports of sources, each fault with its file. */
function faultsIn(sources: Sources): string[] {
  const edges = edgesIn(sources);
  const all = [...sources];
  const told = (what: string, files: readonly string[]): string[] => files.map((file) => `${what}: ${file}`);
  return [
    ...told(
      "circle",
      circlesIn(graphOf(sources)).filter((circle) => !KNOWN_CIRCLES.includes(circle)),
    ),
    ...told(
      "past a door",
      pastTheDoor(edges, sources).map(({ file, target }) => `${file} → ${target}`),
    ),
    ...told(
      "direction",
      edges.filter((edge) => !mayImport(edge)).map(({ file, target }) => `${file} → ${target}`),
    ),
    ...told(
      "forbidden package",
      all.flatMap(([file, text]) => {
        const forbidden = FORBIDDEN_PACKAGES[roomOf(file)];
        const typesOnly = /^src\/core\/contract\/(tokens|plugin)\.ts$/.test(file);
        const packages = importsIn(text).filter((name) => !name.startsWith(".") && forbidden?.test(name));
        return typesOnly ? [] : packages.map((name) => `${file} → ${name}`);
      }),
    ),
    ...told(
      "package of developers",
      all
        .filter(([file]) => !NOT_PACKED.test(file))
        .flatMap(([file, text]) =>
          packagesIn(text)
            .filter((name) => name !== OWN_NAME && !(name in dependencies))
            .map((name) => `${file} → ${name}`),
        ),
    ),
    ...told(
      "itself by name",
      all.filter(([, text]) => packagesIn(text).includes(OWN_NAME)).map(([file]) => file),
    ),
    ...told(
      "by a name that is not read here",
      all
        .filter(([file, text]) => /\bcreateRequire\b/.test(text) && !REQUIRES_BY_NAME.includes(file))
        .map(([file]) => file),
    ),
    ...told(
      "in another language",
      all.map(([file]) => file).filter((file) => !/\.tsx?$/.test(file)),
    ),
  ];
}

describe("imports", () => {
  it("go round in no circle, pass no door and keep the directions between rooms", () => {
    expect(faultsIn(SOURCES)).toEqual([]);
  });

  it("go round where it is said that they do", () => {
    expect(circlesIn(graphOf(SOURCES)).sort()).toEqual([...KNOWN_CIRCLES].sort());
  });

  it("pass by the doors that are said to be open", () => {
    const passed = Object.keys(OPEN_ROOMS).filter((room) =>
      edgesIn(SOURCES).some(
        ({ file, target }) => target.startsWith(`${room}/`) && !file.startsWith(`${room}/`),
      ),
    );
    expect(passed).toEqual(Object.keys(OPEN_ROOMS));
  });

  it("find a circle where there is one", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["a", "d"]],
      ["d", []],
    ]);
    expect(circlesIn(graph)).toEqual(["a b c"]);
  });

  it.each([
    [
      "circle",
      "src/core/helpers/json.ts",
      'import type { A } from "./same-values";\n',
      "src/core/helpers/same-values.ts",
      'import { b } from "./json.js";',
    ],
    [
      "circle",
      "src/core/helpers/json.ts",
      'type A = import("./same-values").A;\n',
      "src/core/helpers/same-values.ts",
      "require('./json');",
    ],
    ["past a door", "src/estimates/x.ts", 'import { a } from "../core/engine/engine";'],
    ["past a door", "src/estimates/x.ts", 'import { a } from "../core/engine/index";'],
    ["past a door", "src/estimates/x.ts", "const a = await import(`../core/engine/engine`);"],
    ["past a door", "plugins/instance/x.ts", 'export * from "../../src/product/fields";'],
    ["past a door", "src/server/x.ts", 'import type { A } from "../graphql/limits/cost/variable-cost";'],
    ["past a door", "src/cli/x.ts", 'import { a } from "../terraform/figures.js/../rules";'],
    ["direction", "src/core/engine/x.ts", 'import { a } from "../../estimates";'],
    ["direction", "plugins/instance/x.ts", 'import { a } from "../kubernetes";'],
    ["direction", "src/core/factors/x.ts", '/// <reference path="../../graphql/schema.ts" />'],
    ["direction", "src/process/x.ts", 'import { a } from "../../test/support/seed";'],
    ["direction", "src/cli/x.ts", 'import { a } from "../../page/src/text/criteria";'],
    ["direction", "src/helpers/x.ts", 'import { a } from "../core/factors";'],
    ["direction", "src/estimates/x.ts", 'import { a } from "../helpers/x";'],
    ["forbidden package", "src/estimates/x.ts", 'import { parse } from "graphql";'],
    ["package of developers", "src/process/x.ts", 'import { satisfies } from "semver";'],
    ["itself by name", "src/library/x.ts", 'import { a } from "footprint-graph/plugin-kit";'],
    [
      "by a name that is not read here",
      "src/estimates/x.ts",
      'createRequire(__filename)("../core/engine/engine");',
    ],
    ["in another language", "src/core/errors/x.cjs", "module.exports = {};"],
  ])("would be refused as %s in %s: %s", (what, file, text, other = "", more = "") => {
    const added = [[file, text], ...(other === "" ? [] : [[other, more]])] as [string, string][];
    const sources = new Map([...SOURCES].filter(([path]) => path.endsWith("/index.ts")));
    for (const [path, code] of added) sources.set(path, `${SOURCES.get(path) ?? ""}\n${code}`);
    const faults = faultsIn(sources);
    expect(faults).toContainEqual(expect.stringContaining(`${what}: `));
    expect(faults).toContainEqual(expect.stringContaining(file));
  });

  it("leave the names of criteria to their table", () => {
    const named = [...SOURCES]
      .filter(([, text]) => CRITERIA.filter(({ field }) => text.includes(field)).length > 3)
      .map(([file]) => file);
    // The page knows them by the schema, and has a table of its own.
    expect(named).toEqual(["src/core/footprint/impacts/criteria.ts", "page/src/text/criteria.ts"]);
  });

  it("are seen at all", () => {
    expect(edgesIn(SOURCES).length).toBeGreaterThan(100);
    expect(mayImport({ file: "", target: "", from: "plugins/a", to: "plugins/b" })).toBe(false);
    expect(mayImport({ file: "", target: "", from: "src/core/formulas", to: "src/core/footprint" })).toBe(
      false,
    );
    expect(mayImport({ file: "", target: "", from: "plugins/a", to: "src/graphql" })).toBe(false);
  });

  it("name plugins in the composition root alone", () => {
    const naming = [...SOURCES]
      .filter(([file, text]) => {
        const plugins = importsIn(text).filter((name) => /(^|\/)plugins\//.test(name));
        return plugins.length > 0 && roomOf(file) !== "src/compose-estimates.ts";
      })
      .map(([file]) => file);
    expect(naming).toEqual([]);
  });
});

describe("the picture of the rooms", () => {
  const page = readFileSync(join(ROOT, "docs", "architecture.md"), "utf8");
  const picture = /```mermaid\nflowchart TB\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const rooms = new Map<string, string[]>(
    [...picture.matchAll(/(\w+)\["([^":]+)"\]/g)].map(([, id, names]) => [
      id as string,
      (names as string).split(", "),
    ]),
  );
  const inPicture = (room: string): string => (room.startsWith("plugins/") ? "plugins" : room);
  const arrows = picture.split("\n").flatMap((line) => {
    const ids = line.split("-->").map((part) => /\w+/.exec(part)?.[0] as string);
    return ids.slice(1).map((to, index) => [ids[index] as string, to] as const);
  });
  const reachedFrom = (id: string, along: typeof arrows, seen = new Set<string>()): Set<string> => {
    const next = along.filter(([from, to]) => from === id && !seen.has(to)).map(([, to]) => to);
    for (const to of next) reachedFrom(to, along, seen.add(to));
    return seen;
  };

  it("has every room that imports another", () => {
    const drawn = [...rooms.values()].flat();
    const importing = new Set(
      edgesIn(SOURCES).flatMap(({ from, to }) => (from === to ? [] : [inPicture(from)])),
    );
    expect([...importing].filter((room) => !drawn.includes(room))).toEqual([]);
  });

  it("leads by its arrows from each room to those that it imports", () => {
    const boxOf = (room: string) =>
      [...rooms.keys()].find((id) => rooms.get(id)?.includes(inPicture(room))) as string;
    const undrawn = edgesIn(SOURCES)
      .filter(({ to }) => to !== "src/core/helpers")
      .filter(({ from, to }) => boxOf(from) !== boxOf(to))
      .filter(({ from, to }) => !reachedFrom(boxOf(from), arrows).has(boxOf(to)));
    expect(undrawn.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
  });

  it("leaves out arrows that follow from others", () => {
    const superfluous = arrows.filter((arrow) =>
      reachedFrom(
        arrow[0],
        arrows.filter((other) => other !== arrow),
      ).has(arrow[1]),
    );
    expect(superfluous).toEqual([]);
  });

  it("has no arrow that is no import", () => {
    const imports = new Set(edgesIn(SOURCES).map(({ from, to }) => `${inPicture(from)} ${inPicture(to)}`));
    const untrue = arrows.filter(
      ([from, to]) => !rooms.get(from)?.some((a) => rooms.get(to)?.some((b) => imports.has(`${a} ${b}`))),
    );
    expect(arrows.length).toBeGreaterThan(20);
    expect(untrue).toEqual([]);
  });
});
