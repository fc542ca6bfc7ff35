import { MADE_OF_IT } from "../../src/core/helpers";
import { onceWhenLasting } from "../../src/graphql/compiled/remembered-text";
import type { Printer, Run } from "../../src/graphql/compiled/run";

const RUN: Run = { context: null, variables: {}, mostBytes: Number.POSITIVE_INFINITY, texts: new Map() };

/** Prints a value with a name, and counts how often. */
function counted(name: string) {
  const print = jest.fn((value: unknown) => `${name} ${(value as { amount: number } | null)?.amount}`);
  return { print, once: onceWhenLasting({ isPure: true, print } satisfies Printer) };
}

const printed = ({ once }: ReturnType<typeof counted>, value: unknown): unknown =>
  once.print(value, RUN, undefined);

describe("the text of an object that lasts", () => {
  it("is printed once by each operation", () => {
    const lasting = { amount: 3, [MADE_OF_IT]: new Map() };
    const [one, other] = [counted("one"), counted("other")];
    expect([printed(one, lasting), printed(other, lasting), printed(one, lasting)]).toEqual([
      "one 3",
      "other 3",
      "one 3",
    ]);
    expect([one.print, other.print].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it("is that of its own object", () => {
    const one = counted("one");
    const all = [1, 2, 1].map((amount) => ({ amount, [MADE_OF_IT]: new Map() }));
    expect(all.map((lasting) => printed(one, lasting))).toEqual(["one 1", "one 2", "one 1"]);
  });

  it("is not held for more operations than a few", () => {
    const held = new Map();
    const lasting = { amount: 3, [MADE_OF_IT]: held };
    for (let index = 0; index < 100; index++)
      expect(printed(counted(`${index}`), lasting)).toBe(`${index} 3`);
    expect(held.size).toBeLessThanOrEqual(4);
  });

  it("is printed each time of an object that does not say that it lasts, and of none", () => {
    const one = counted("one");
    const changing = { amount: 1 };
    expect(printed(one, changing)).toBe("one 1");
    changing.amount = 2;
    expect([printed(one, changing), printed(one, null), printed(one, undefined)]).toEqual([
      "one 2",
      "one undefined",
      "one undefined",
    ]);
  });
});
