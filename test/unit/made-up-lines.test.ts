import type { ProductField } from "../../src/core/contract";
import { madeUpLine } from "../../src/process/made-up-lines";

const field = (
  name: string,
  role: ProductField["role"],
  limits: Partial<ProductField> = {},
): ProductField => ({
  ...{ name, role, description: "", unit: null, required: false, default: null },
  ...{ minimum: null, maximum: null, choices: null },
  ...limits,
});

describe("made-up lines of a portfolio", () => {
  const fields = [
    field("type", "OFFER"),
    field("size", "AMOUNT", { minimum: 8, maximum: 15 }),
    field("share", "AMOUNT"),
    field("busyPercent", "PERCENT"),
    field("otherPercent", "PERCENT"),
    field("groups", "NESTED"),
    field("groups.count", "COUNT"),
    field("groups.loadPercent", "PERCENT"),
  ];
  const spec = { type: "L", size: 10, share: 0.25, groups: [{ count: 3 }, { count: 5 }] };
  const specs = Array.from({ length: 200 }, (_, line) => {
    const { resource } = madeUpLine({ kind: "thing", spec, fields }, line) as {
      resource: { thing: typeof spec & { busyPercent?: number; otherPercent?: number } };
    };
    return resource.thing;
  });
  const differing = (of: (one: (typeof specs)[number]) => unknown): unknown[] =>
    [...new Set(specs.map(of))].sort();

  it("say loads of which nothing was said, in some lines: neither, each alone and both", () => {
    const said = differing(({ busyPercent, otherPercent }) =>
      [busyPercent !== undefined, otherPercent !== undefined].join(),
    );
    expect(said).toEqual(["false,false", "false,true", "true,false", "true,true"]);
    const loads = specs.flatMap(({ busyPercent = 0, otherPercent = 0 }) => [busyPercent, otherPercent]);
    expect(Math.min(...loads)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...loads)).toBeLessThanOrEqual(100);
  });

  it("have lists of one to three entries, which differ themselves", () => {
    expect(differing(({ groups }) => groups.length)).toEqual([1, 2, 3]);
    const shapes = specs.flatMap(({ groups }) => groups.map((group) => Object.keys(group).join()));
    expect([...new Set(shapes)].sort()).toEqual(["count", "count,loadPercent"]);
  });

  it("have other numbers within the limits, whole ones where they were whole, and the same texts", () => {
    expect(differing(({ size }) => size)).toEqual([10, 11, 12, 13, 14, 15, 8, 9]);
    expect(differing(({ share }) => share).length).toBeGreaterThan(90);
    expect(
      specs.every(({ groups }) => groups.every(({ count }) => Number.isInteger(count) && count > 0)),
    ).toBe(true);
    expect(differing(({ type }) => type)).toEqual(["L"]);
  });

  it("leave the resource as it was", () => {
    expect(spec).toEqual({ type: "L", size: 10, share: 0.25, groups: [{ count: 3 }, { count: 5 }] });
  });
});
