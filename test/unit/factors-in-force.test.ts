import { FootprintEngine } from "../../src/core/engine";
import { FactorBook } from "../../src/core/factors";
import { Editions } from "../../src/core/formulas";
import { Places } from "../../src/core/method";
import { factor } from "../support/factors";

const CHANGE = "2026-03-01";
const NEW_METHOD = "2026-05-01";
const METHOD = new Editions([
  { validFrom: null, times: 1 },
  { validFrom: NEW_METHOD, times: 10 },
]);

function engineOf(...others: Parameters<typeof factor>[0][]): FootprintEngine {
  const power = (value: number, validFrom: string | null, validTo: string | null) =>
    factor({ series: "power", value, validFrom, validTo });
  const book = new FactorBook([power(1, null, CHANGE), power(2, CHANGE, null), ...others.map(factor)]);
  return new FootprintEngine([], book, new Places(new Map()));
}

/** Days of a year, in no order. */
const DAYS = Array.from({ length: 365 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + ((index * 101) % 365))).toISOString().slice(0, 10),
);

describe("what is derived from factors", () => {
  it("is derived once for all days between two changes, and anew after each", () => {
    const engine = engineOf({ series: "other", value: 1, validFrom: "2026-08-15" });
    const owner = {};
    const derivedOn: string[] = [];
    for (const day of DAYS) {
      const reader = engine.on(day);
      const watts = reader.derived(owner, "power", (own) => {
        derivedOn.push(day);
        return own.value("power").range.expected;
      });
      expect([day, watts]).toEqual([day, day < CHANGE ? 1 : 2]);
      expect(reader.span).toEqual(
        day < CHANGE ? { since: null, until: CHANGE } : { since: CHANGE, until: null },
      );
    }
    expect(derivedOn.length).toBeGreaterThan(1);
    expect(derivedOn.length).toBeLessThanOrEqual(3);
  });

  it("follows a part of the method that changes between two changes of factors", () => {
    const engine = engineOf();
    const owner = {};
    for (const day of DAYS) {
      const reader = engine.on(day);
      const watts = reader.derived(
        owner,
        "power",
        (own) => own.value("power").range.expected * own.edition(METHOD).times,
      );
      expect([day, watts]).toEqual([day, (day < CHANGE ? 1 : 2) * (day < NEW_METHOD ? 1 : 10)]);
    }
  });

  it("tells of a value that is not known yet on the day that is asked, whoever asked before", () => {
    const engine = engineOf({ series: "late", value: 1, validFrom: "2026-11-01" });
    for (const day of ["2026-10-03", "2026-10-02", "2026-10-03"]) {
      expect(() => engine.on(day).value("late")).toThrow(`known on ${day}`);
    }
  });
});

describe("rows that follow each other", () => {
  const [FIRST, END, NEXT] = ["2026-02-01", "2026-04-01", "2026-06-01"];
  const ROWS = [
    { what: "second", valid_from: NEXT, valid_to: null },
    { what: "first", valid_from: FIRST, valid_to: END },
  ];

  it.each([
    ["2026-01-31", undefined, { since: null, until: FIRST }],
    [FIRST, "first", { since: FIRST, until: END }],
    ["2026-03-31", "first", { since: FIRST, until: END }],
    [END, undefined, { since: END, until: NEXT }],
    [NEXT, "second", { since: NEXT, until: null }],
  ])("on %s have %s in force, which holds until that changes", (day, what, span) => {
    const reader = engineOf().on(day);
    expect(reader.rowInForce(ROWS)?.what).toBe(what);
    expect(reader.span).toEqual(span);
  });

  it("are none, and hold for ever", () => {
    const reader = engineOf().on(FIRST);
    expect([reader.rowInForce([]), reader.span]).toEqual([undefined, { since: null, until: null }]);
  });
});
