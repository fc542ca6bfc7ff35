import fc from "fast-check";
import { checkVariables, DEFAULT_LIMITS, type Limits } from "../../src/graphql/limits";

/** How large variables are, by the page of limits: counted in the plainest way. */
function sizeOf(value: unknown, nesting = 0): Pick<Limits, "text" | "keys" | "values" | "nesting"> {
  const size = { text: typeof value === "string" ? value.length : 0, keys: 0, values: 0, nesting };
  if (typeof value !== "object" || value === null) return size;
  const inner = Object.values(value);
  const names = Array.isArray(value) ? [] : Object.keys(value);
  if (nesting > 0) size.keys = names.length;
  size.values = inner.length;
  size.text = Math.max(0, ...names.map(({ length }) => length));
  for (const one of inner) {
    const of = sizeOf(one, nesting + 1);
    size.values += of.values;
    for (const limit of ["text", "keys", "nesting"] as const) size[limit] = Math.max(size[limit], of[limit]);
  }
  return size;
}

const anyVariables = fc.dictionary(
  fc.string({ maxLength: 8 }),
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.oneof(fc.string({ maxLength: 8 }), fc.double(), fc.boolean(), fc.constant(null)),
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(fc.string({ maxLength: 8 }), tie("value"), { maxKeys: 5 }),
    ),
  })).value,
  { maxKeys: 5 },
);

it.each(["text", "keys", "values", "nesting"] as const)(
  "variables of any shape pass with exactly the %s they have, and not with one less",
  (limit) =>
    fc.assert(
      fc.property(anyVariables, (variables) => {
        const found = sizeOf(variables)[limit];
        const told = (maximum: number): string[] =>
          checkVariables(variables, { ...DEFAULT_LIMITS, [limit]: maximum }).map(
            ({ details }) => details.limit,
          );
        expect(told(found)).toEqual([]);
        if (found > 0) expect(told(found - 1)).toEqual([limit]);
      }),
    ),
);
