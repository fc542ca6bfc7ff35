import type { Rate } from "../../src/core/engine/caches/rate-cache";
import { WrittenRates } from "../../src/core/engine/caches/written-rates";
import { NO_PARTS } from "../../src/core/footprint";
import { hashOfValues } from "../../src/core/helpers";

const RATE: Rate = { totals: { parts: NO_PARTS, notes: [] }, since: null, until: null };
const DAY = "2026-01-01";

/** A cache of so many, with what is asked of it by specification. */
function rates(most: number) {
  const cache = new WrittenRates(most);
  const note = (spec: object, rate = RATE) => cache.note(hashOfValues(spec), spec, rate);
  const known = (spec: object, day = DAY) => cache.known(hashOfValues(spec), spec, day);
  return { note, known };
}

describe("rates of specifications as they are written", () => {
  it("are cached from the second time on", () => {
    const { note, known } = rates(10);
    expect(known({ a: 1 })).toBeUndefined();
    note({ a: 1 });
    expect(known({ a: 1 })).toBeUndefined();
    note({ a: 1 });
    expect(known({ a: 1 })).toBe(RATE);
  });

  it("are those of the same values alone, whatever is found under their hash", () => {
    const { note, known } = rates(10);
    for (const spec of [{ a: 1 }, { a: 1 }]) note(spec);
    expect(known({ a: 1, b: undefined })).toBe(RATE);
    expect(known({ a: 2 })).toBeUndefined();
    const cache = new WrittenRates(10);
    for (const spec of [{ a: 1 }, { a: 1 }]) cache.note(7, spec, RATE);
    expect(cache.known(7, { a: 2 }, DAY)).toBeUndefined();
  });

  it("do not follow an object that was changed since", () => {
    const { note, known } = rates(10);
    const spec = { a: 1 };
    for (let times = 0; times < 2; times++) note(spec);
    spec.a = 2;
    expect([known(spec), known({ a: 2 }), known({ a: 1 })]).toEqual([undefined, undefined, RATE]);
  });

  it("hold on the days of their vintage, and stand beside those of another", () => {
    const { note, known } = rates(10);
    const old = { ...RATE, until: "2026-01-01" };
    const later = { ...RATE, since: "2026-01-01" };
    for (let times = 0; times < 2; times++) note({ a: 1 }, old);
    expect(known({ a: 1 })).toBeUndefined();
    note({ a: 1 }, later);
    expect([known({ a: 1 }, "2025-12-31"), known({ a: 1 })]).toEqual([old, later]);
  });

  it.each([
    ["as many others", 3, (index: number) => ({ a: index })],
    ["others of as many values", 50, (index: number) => ({ a: Array(400).fill(index) })],
  ])("are forgotten when %s came twice, but for what was asked for since", (_, most, other) => {
    const { note, known } = rates(most);
    const twice = (spec: object): void => {
      for (const one of [spec, spec]) note(one);
    };
    twice({ old: 1 });
    twice({ asked: 1 });
    for (let index = 0; index < 8; index++) {
      twice(other(index));
      expect(known({ asked: 1 })).toBe(RATE);
    }
    expect(known({ old: 1 })).toBeUndefined();
  });
});
