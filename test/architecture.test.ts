import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { CRITERIA } from "../src/core/footprint";
import { SETTINGS } from "../src/process/settings-table";

/** Who may import whom: everything that is not here fails. A room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/core/lang": [],
  "src/core/formulas": [],
  "src/core/errors": [],
  "src/core/footprint": ["src/core/formulas"],
  "src/core/factors": ["src/core/errors", "src/core/footprint", "src/core/formulas"],
  "src/core/method": ["src/core/errors", "src/core/factors", "src/core/footprint", "src/core/formulas"],
  "src/core/differences": ["src/core/footprint", "src/core/formulas"],
  "src/core/language-models": ["src/core/errors", "src/core/factors", "src/core/formulas", "src/core/method"],
  "src/core/contract": [
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
  ],
  "src/core/engine": ["src/core"],
  "src/estimates": ["src/core"],
  "schema/types": [
    "src/core/contract",
    "src/core/differences",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
    "src/estimates",
  ],
  "schema/clients": [],
  "src/product": [
    "src/core/contract",
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/method",
  ],
  plugins: [
    "src/core/contract",
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
    "src/estimates",
    "src/product",
    "schema/types",
  ],
  "src/answers": ["src/core", "src/estimates", "src/terraform", "src/compose-estimates.ts"],
  "src/stores": ["src/core"],
  "src/terraform": ["src/core", "src/estimates"],
  "src/graphql": ["src/core", "src/estimates", "schema/types"],
  "src/server": ["src/core", "src/estimates", "src/graphql", "src/compose.ts"],
  "src/observability": ["src/core", "src/server"],
  // In a browser: of the rest of the code it knows what reads tables, and of the graph what anybody knows.
  "src/units": [],
  "src/spreadsheet": ["src/core/errors"],
  "page/explorer": [],
  page: ["src/spreadsheet", "src/units"],
};
/** Where products are composed: the estimates, and the graph that shows them. */
const COMPOSITION = ["src/compose-estimates.ts", "src/compose.ts"];
/** The composition root and the programs may import anything. */
const UNBOUND = [...COMPOSITION, "src/main.ts", "src/process", "src/cli", "src/tools", "src/plugin-kit"];
/** Packages that a room must do without: maths knows neither GraphQL nor a container. */
const FORBIDDEN_PACKAGES: Readonly<Record<string, RegExp>> = {
  "src/core/lang": /./,
  "src/core/formulas": /./,
  "src/core/footprint": /./,
  "src/core/differences": /./,
  "schema/clients": /./,
  "src/core/factors": /graphql|tsyringe|apollo/,
  "src/core/method": /graphql|tsyringe|apollo/,
  "src/core/errors": /graphql|tsyringe|apollo/,
  "src/core/language-models": /graphql|tsyringe|apollo/,
  "src/core/contract": /graphql|apollo/,
  "src/product": /graphql|apollo/,
  "src/core/engine": /graphql|apollo/,
  "src/estimates": /graphql|apollo/,
  "src/units": /./,
  "src/spreadsheet": /./,
  "page/explorer": /^(?!graphiql|react|get-nonce)/,
  page: /^(?!preact|@preact\/signals|echarts)/,
  "src/answers": /graphql$|apollo|tsyringe/,
  "src/terraform": /graphql|tsyringe|apollo/,
};

const ROOT = join(__dirname, "..");
const IMPORT = /(?:from\s+|import\s+|import\(\s*|require\(\s*)"([^"]+)"/g;

interface Edge {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The module that is imported, without its ending. */
  readonly target: string;
}

/** Types and documents that are made of the operations. */
const GENERATED = /^(page\/src|schema\/clients)\/generated\/operations/;

function sourceFiles(): string[] {
  return ["src", "plugins", "schema", "page"]
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
    )
    .filter((file) => /\.tsx?$/.test(file) && !GENERATED.test(file));
}

function importsOf(file: string): string[] {
  return [...readFileSync(join(ROOT, file), "utf8").matchAll(IMPORT)].map(([, name]) => name as string);
}

function roomOf(file: string): string {
  const plugin = /^plugins\/[^/]+/.exec(file);
  if (plugin) return plugin[0];
  const rooms = [...Object.keys(MAY_IMPORT), ...UNBOUND];
  return rooms.find((room) => file === room || file.startsWith(`${room}/`)) ?? file;
}

function edges(): Edge[] {
  return sourceFiles().flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith("."))
      .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)))
      .map((target) => ({
        file,
        from: roomOf(file),
        to: roomOf(COMPOSITION.includes(`${target}.ts`) ? `${target}.ts` : target),
        target,
      })),
  );
}

function mayImport({ file, from, to }: Edge): boolean {
  if (from === to || UNBOUND.includes(from)) return true;
  // What the language will have one day is at hand everywhere but in what is copied into other projects.
  if (to === "src/core/lang") return from !== "schema/clients";
  // What derives a product's data is a program beside the product: it runs the engine on what it derives.
  if (/^plugins\/[^/]+\/calibration\//.test(file) && to === "src/core/engine") return true;
  const allowed = MAY_IMPORT[from.startsWith("plugins/") ? "plugins" : from];
  return allowed?.some((room) => to === room || to.startsWith(`${room}/`)) ?? false;
}

/** Circles that are the graph's own recursion: a footprint has resources, a resource has a footprint. Allowed by name. */
const KNOWN_CIRCLES = [
  "schema/types/alternative.ts schema/types/footprint.ts schema/types/history.ts schema/types/operator-estimate.ts schema/types/resource.ts",
];

/** The files that a file imports. */
function importGraph(): Map<string, string[]> {
  const files = new Set(sourceFiles());
  const resolved = (file: string, name: string): string | undefined => {
    const target = relative(ROOT, resolve(ROOT, dirname(file), name));
    return ["", "x"]
      .flatMap((x) => [`${target}.ts${x}`, join(target, `index.ts${x}`)])
      .find((one) => files.has(one));
  };
  const local = (file: string): string[] =>
    importsOf(file).flatMap((name) => (name.startsWith(".") ? (resolved(file, name) ?? []) : []));
  return new Map([...files].map((file) => [file, local(file)]));
}

/** Sets of files that reach each other by imports: Tarjan's strongly connected components of more than one file. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file) as number);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) {
        lowest.set(file, Math.min(lowest.get(file) as number, lowest.get(next) as number));
      }
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle.sort().join(" "));
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/** The core's rooms, and the estimates, are entered by their door, the index. */
function pastTheDoor({ from, to, target }: Edge): boolean {
  return (
    from !== to &&
    (to.startsWith("src/core/") || to === "src/estimates" || to === "src/spreadsheet") &&
    target !== to
  );
}

describe("imports", () => {
  it("go round in no circle", () => {
    expect(circlesIn(importGraph()).sort()).toEqual([...KNOWN_CIRCLES].sort());
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

  it("pass the core's rooms by their doors alone", () => {
    const past = edges().filter(pastTheDoor);
    expect(past).toEqual([]);
  });

  it("keep the directions between rooms", () => {
    expect(edges().filter((edge) => !mayImport(edge))).toEqual([]);
  });

  it("leave the names of criteria to their table", () => {
    const named = sourceFiles().filter((file) => {
      const text = readFileSync(join(ROOT, file), "utf8");
      return CRITERIA.filter(({ field }) => text.includes(field)).length > 3;
    });
    // The page knows them by the schema, and has a table of its own.
    expect(named).toEqual(["src/core/footprint/criteria.ts", "page/src/text/criteria.ts"]);
  });

  it("are seen at all", () => {
    expect(edges().length).toBeGreaterThan(100);
    expect(mayImport({ file: "", target: "", from: "plugins/a", to: "plugins/b" })).toBe(false);
    expect(mayImport({ file: "", target: "", from: "src/core/formulas", to: "src/core/footprint" })).toBe(
      false,
    );
    expect(mayImport({ file: "", target: "", from: "plugins/a", to: "src/graphql" })).toBe(false);
  });

  it("leave the maths without GraphQL and container", () => {
    const strays = sourceFiles().flatMap((file) => {
      const forbidden = FORBIDDEN_PACKAGES[roomOf(file)];
      const packages = importsOf(file).filter((name) => !name.startsWith(".") && forbidden?.test(name));
      const typesOnly = /^src\/core\/contract\/(tokens|plugin)\.ts$/.test(file);
      return typesOnly ? [] : packages.map((name) => `${file}: ${name}`);
    });
    expect(strays).toEqual([]);
  });

  it("name plugins in the composition root alone", () => {
    const naming = sourceFiles().filter((file) => {
      const plugins = importsOf(file).filter((name) => /(^|\/)plugins\//.test(name));
      return plugins.length > 0 && roomOf(file) !== "src/compose-estimates.ts";
    });
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

  it("has every room that imports another", () => {
    const drawn = [...rooms.values()].flat();
    const importing = new Set(edges().flatMap(({ from, to }) => (from === to ? [] : [inPicture(from)])));
    expect([...importing].filter((room) => !drawn.includes(room))).toEqual([]);
  });

  it("has no arrow that is no import", () => {
    const arrows = picture.split("\n").flatMap((line) => {
      const ids = line.split("-->").map((part) => /\w+/.exec(part)?.[0] as string);
      return ids.slice(1).map((to, index) => [ids[index] as string, to] as const);
    });
    const imports = new Set(edges().map(({ from, to }) => `${inPicture(from)} ${inPicture(to)}`));
    const untrue = arrows.filter(
      ([from, to]) => !rooms.get(from)?.some((a) => rooms.get(to)?.some((b) => imports.has(`${a} ${b}`))),
    );
    expect(arrows.length).toBeGreaterThan(20);
    expect(untrue).toEqual([]);
  });
});

describe("settings", () => {
  const written = (file: string): string[] => [
    ...new Set(readFileSync(join(ROOT, file), "utf8").match(/\bFOOTPRINT_[A-Z_]*[A-Z]\b/g) ?? []),
  ];

  it("that code names are all in the one list, without which a start refuses them", () => {
    const unknown = sourceFiles().flatMap((file) =>
      written(file)
        .filter((name) => !SETTINGS.includes(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are read from the environment in one place", () => {
    const reading = sourceFiles().filter((file) =>
      readFileSync(join(ROOT, file), "utf8").includes("process.env"),
    );
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
