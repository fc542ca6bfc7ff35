import fc from "fast-check";

/** Lists in lists, made when they are sent: fast-check would print a failure by recursion and fail itself. */
class Deep {
  constructor(private readonly depth: number) {}

  toJSON(): unknown {
    return JSON.parse(`${"[".repeat(this.depth)}${"]".repeat(this.depth)}`);
  }
}

const PROTOTYPE_KEYS = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf"];

/** Texts that code stumbles over: empty, long, of control characters, of half a character, of keys of prototypes. */
const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "\ud800",
    "\udfff\ud800",
    "\u202e",
    "\ufeff",
    "💥".repeat(50),
    "null",
    "%00",
  ),
  fc.constantFrom(
    "x".repeat(100_000),
    "é".repeat(10_000),
    "../../etc/passwd",
    "' OR 1=1 --",
    "<script>",
    "{{7*7}}",
  ),
  fc.constantFrom(...PROTOTYPE_KEYS),
  fc.constantFrom(
    "2026-02-30",
    "2026-13-01T00:00:00Z",
    "0000-00-00",
    "+275761-01-01T00:00:00Z",
    "2026-01-01",
  ),
  fc.constantFrom(
    "2026-12-31T23:59:60Z",
    "-000001-01-01",
    "2026-01-01T25:00:00Z",
    "9999-12-31T23:59:59.999Z",
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Numbers at the edges of what Int and Float hold. */
const number = fc.oneof(
  fc.constantFrom(0, -0, -1, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31) - 1),
  fc.constantFrom(2 ** 53, 2 ** 53 + 2, 1.5, 0.1 + 0.2, 1e15, 1e15 + 1, 219_000, 219_000.0001, 100.0000001),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** JSON of any shape, deep and wide, with keys of prototypes. */
const shape = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], [{}]),
  fc
    .constantFrom(...PROTOTYPE_KEYS)
    .map((key) => JSON.parse(`{${JSON.stringify(key)}: {"a": 1}}`) as unknown),
  fc.constantFrom(50, 500, 2000).map((depth) => new Deep(depth)),
  fc.jsonValue({ maxDepth: 3 }),
);

export const oddValue: fc.Arbitrary<unknown> = fc.oneof(text, number, shape);

export const oddKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...PROTOTYPE_KEYS),
  fc.string({ maxLength: 20 }),
);
