import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
/** What makes a cache with a bound, or hangs something on an owner for as long as there is one. */
const MAKES_A_CACHE = /new (LRUCache|WeakMap)\b/;
/** In the table of caches: the file that has it, in its own column. */
const ROW = /^\| `((?:src|plugins|schema)\/[^`]+\.ts)` \|/gm;

function sourceFiles(): string[] {
  return ["src", "plugins", "schema"]
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
    )
    .filter((file) => file.endsWith(".ts"));
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

describe("the list of caches", () => {
  const listed = [...textOf("docs/performance.md").matchAll(ROW)].map(([, file]) => file as string);

  it("has every file that makes one", () => {
    const files = sourceFiles().filter((file) => MAKES_A_CACHE.test(textOf(file)));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !listed.includes(file))).toEqual([]);
  });

  it("has each file once, and none that makes none", () => {
    expect(new Set(listed).size).toBe(listed.length);
    const makesNone = (file: string): boolean => !/new (LRUCache|WeakMap|Map|Set)\b/.test(textOf(file));
    expect(listed.filter(makesNone)).toEqual([]);
  });
});
