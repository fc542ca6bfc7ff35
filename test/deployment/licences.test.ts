import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** Each lets whoever has a copy run it for others, change it and pass it on. */
const ALLOWED = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Python-2.0",
  "Unlicense",
]);

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly license?: string;
}

const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const { packages } = json("package-lock.json") as { packages: Record<string, Locked> };
const { dependencies } = json("package.json") as Manifest;

/** Folder and licence of all that is installed with `--omit=dev`, as the package itself says, or else as it is locked. */
const PRODUCTION = Object.entries(packages).flatMap(([folder, { dev = false, license }]) => {
  if (folder === "" || dev) return [];
  const manifest = join(folder, "package.json");
  // Binaries of other platforms are not here.
  const said = existsSync(join(ROOT, manifest)) ? (json(manifest) as Manifest).license : undefined;
  return [{ folder, licence: said ?? license }];
});

/** `A AND B` needs both, `A OR B` one of them. */
function isAllowed(licence: unknown): boolean {
  if (typeof licence !== "string") return false;
  const text = licence.replace(/[()]/g, "");
  if (text.includes(" OR ")) return text.split(" OR ").some(isAllowed);
  return text.split(" AND ").every((one) => ALLOWED.has(one));
}

it("nothing in production has a licence that restricts who may be served", () => {
  expect(PRODUCTION.length).toBeGreaterThan(Object.keys(dependencies).length);
  expect(PRODUCTION.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

it("nor has anything that is bundled for browsers", () => {
  const bundled = json("dist/explorer/licences.json") as { name: string; identifier: string | null }[];
  expect(bundled.map(({ name }) => name)).toEqual(expect.arrayContaining(["graphiql", "react"]));
  expect(bundled.filter(({ identifier }) => !isAllowed(identifier))).toEqual([]);
});

it.each(["Elastic-2.0", "SSPL-1.0", "BUSL-1.1", "UNLICENSED", undefined, "MIT AND Elastic-2.0"])(
  "%s is refused",
  (licence) => expect(isAllowed(licence)).toBe(false),
);

/** Programs for developers, which find their packages where they are run. */
const DEVELOPMENT = /^src\/tools\/|\/calibration\//;

it("what runs in production names no package of development", () => {
  const files = ["src", "plugins", "schema"].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((path) => `${room}/${path}`),
  );
  const imported = files.flatMap((path) => {
    if (!path.endsWith(".ts") || DEVELOPMENT.test(path)) return [];
    const text = readFileSync(join(ROOT, path), "utf8");
    return [...text.matchAll(/^(?:import|export|\}).* from "((?:@[\w.-]+\/)?[\w-][\w.-]*)["/]/gm)].map(
      ([, name = ""]) => ({
        path,
        name,
      }),
    );
  });
  expect(imported.some(({ name }) => name === "type-graphql")).toBe(true);
  expect(imported.filter(({ name }) => !Object.hasOwn(dependencies, name))).toEqual([]);
});

it("docs say of each package that is named what it is for", () => {
  const page = readFileSync(join(ROOT, "docs", "dependencies.md"), "utf8");
  const told = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(Object.keys(dependencies).sort());
});
