import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** Who may import whom: everything that is not here fails. A room may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/core/domain": [],
  "src/core/factors": ["src/core/domain"],
  "src/core/contract": ["src/core/domain", "src/core/factors"],
  "schema/types": ["src/core/domain"],
  plugins: ["src/core/contract", "src/core/domain", "src/core/factors", "schema/types"],
  "src/stores": ["src/core/contract", "src/core/domain", "src/core/factors"],
  "src/catalogue": ["src/core/contract", "src/core/domain"],
  "src/graphql": ["src/core/contract", "src/core/domain", "schema/types"],
  "src/server": ["src/core/contract", "src/core/domain", "src/graphql", "src/compose.ts"],
  "src/observability": ["src/core/contract", "src/server"],
};
/** The composition root and the programs may import anything. */
const UNBOUND = [
  "src/compose.ts",
  "src/main.ts",
  "src/process/config.ts",
  "src/process/external-plugins.ts",
  "src/process/shutdown.ts",
  "src/process/start-checks.ts",
  "src/cli",
  "src/plugin-kit",
];
/** Packages that a room must do without: maths knows neither GraphQL nor a container. */
const FORBIDDEN_PACKAGES: Readonly<Record<string, RegExp>> = {
  "src/core/domain": /./,
  "src/core/factors": /graphql|tsyringe|apollo/,
  "src/core/contract": /graphql|apollo/,
};

const ROOT = join(__dirname, "..");
const IMPORT = /(?:from\s+|import\s+|import\(\s*|require\(\s*)"([^"]+)"/g;

interface Edge {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function sourceFiles(): string[] {
  return ["src", "plugins", "schema"]
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
    )
    .filter((file) => file.endsWith(".ts"));
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
        to: roomOf(target === "src/compose" ? "src/compose.ts" : target),
      })),
  );
}

function mayImport({ from, to }: Edge): boolean {
  if (from === to || UNBOUND.includes(from)) return true;
  const allowed = MAY_IMPORT[from.startsWith("plugins/") ? "plugins" : from];
  return allowed?.includes(to) ?? false;
}

describe("imports", () => {
  it("keep the directions between rooms", () => {
    expect(edges().filter((edge) => !mayImport(edge))).toEqual([]);
  });

  it("are seen at all", () => {
    expect(edges().length).toBeGreaterThan(100);
    expect(mayImport({ file: "", from: "plugins/a", to: "plugins/b" })).toBe(false);
    expect(mayImport({ file: "", from: "src/core/domain", to: "src/core/contract" })).toBe(false);
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
      return plugins.length > 0 && roomOf(file) !== "src/compose.ts";
    });
    expect(naming).toEqual([]);
  });
});
