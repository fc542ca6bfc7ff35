import fc from "fast-check";
import { DomainError } from "../../src/core/errors";
import { expectAll, FIXTURES, parsed, reportOf } from "./support/reports";

type Path = readonly (string | number)[];

/** Paths to every node of a value. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))];
}

const DOCUMENTS = FIXTURES.map(parsed);
const PATHS = DOCUMENTS.map((one) => pathsIn(one));

const anyOddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    "",
    "fr-par-1",
    [],
    {},
    [null],
    [[]],
    { a: null },
    "__proto__",
  ),
  fc.string({ maxLength: 8 }),
  fc.double({ noNaN: true }),
  fc.object({ maxDepth: 2, maxKeys: 3 }),
);

/** What is done to some nodes of a document: one is taken away, or something else is put in its place. */
const anyChanges = fc.nat({ max: DOCUMENTS.length - 1 }).chain((index) =>
  fc.tuple(
    fc.constant(index),
    fc.array(fc.tuple(fc.nat({ max: (PATHS[index] as Path[]).length - 1 }), fc.option(anyOddValue)), {
      minLength: 1,
      maxLength: 6,
    }),
  ),
);

function changed(index: number, changes: readonly (readonly [number, unknown])[]): unknown {
  const document: unknown = structuredClone(DOCUMENTS[index]);
  for (const [at, value] of changes) {
    const path = PATHS[index]?.[at] as Path;
    if (path.length === 0) continue;
    let node: unknown = document;
    for (const step of path.slice(0, -1)) node = (node as Record<string, unknown> | null)?.[step as string];
    if (typeof node !== "object" || node === null) continue;
    const last = path.at(-1) as string;
    if (value === null) delete (node as Record<string, unknown>)[last];
    else (node as Record<string, unknown>)[last] = value;
  }
  return document;
}

describe("a document in which anything is missing or of another kind", () => {
  it("is answered with all of its resources, or refused with what is wrong", () =>
    fc.assert(
      fc.asyncProperty(anyChanges, async ([index, changes]) => {
        try {
          expectAll(await reportOf(changed(index, changes) as object));
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe("BAD_USER_INPUT");
        }
      }),
      { numRuns: 30 * Number(process.env.FUZZ_TIMES ?? 1) },
    ));
});
