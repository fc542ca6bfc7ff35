import { isCommon, type Part, ProductNames, partsIn } from "../../src/core/contract";
import { FactorBook, FactorReader } from "../../src/core/factors";
import { Places } from "../../src/core/method";
import { type PartsTableRow, partsTable } from "../../src/product";
import type { PartsOf } from "../../src/product/parts-table/part-cells";
import { PartsOfTable } from "../../src/product/parts-table/parts-of-table";
import { factor } from "../support/factors";

const PROVENANCE = {
  ...{
    confidence: "ASSUMED" as const,
    valid_from: null,
    valid_to: null,
    source: "a test",
    url: null,
    note: null,
  },
};
const ROW: PartsTableRow = {
  ...{ of: "*", part: "disk", name: "Disks", kind: "STORAGE", product: "disk", offer: "fast" },
  ...{ amount: "=gb", count: "=n", each: null, shared_by: null, charged_to: "equipment" },
  ...{ group: null, place: null, hands_on: [], sharers: null, called: null },
  ...PROVENANCE,
};
const names = new ProductNames();
const field = { type: "text", input: "", isOptional: false } as const;
names.registerFields("disk", {
  sort: { ...field, role: "OFFER" },
  size: { ...field, role: "AMOUNT" },
  where: { ...field, role: "ZONE" },
  region: { ...field, role: "REGION", isOptional: true },
});
const book = new FactorBook([
  factor({ series: "disks.each", value: 3, confidence: "ASSUMED" }),
  factor({ series: "disks.sharers", value: 12, confidence: "ASSUMED" }),
]);
const OF: PartsOf = {
  checked: { gb: 100, n: 2, none: 0, word: "many", site: { name: "fr-par-2", confidence: "ASSUMED" } },
  offer: { entry: { disk_type: "slow" }, id: "large" },
  offerField: "type",
  placeField: "zone",
  place: { name: "fr-par-1", region: "fr-par", country: "FR", zones: [] },
  places: new Places(
    new Map(
      ["fr-par-1", "fr-par-2"].map((zone) => [
        zone,
        { zone, region: "fr-par", country: "FR", datacentre: null, management_site: zone, ...PROVENANCE },
      ]),
    ),
  ),
  names,
};
const factors = FactorReader.of(book, "2026-11-23");

/** Parts of a table of rows, each like the one above but for what is changed. */
const inTable = (...changes: Partial<PartsTableRow>[]) =>
  new PartsOfTable(changes.map((change, index) => ({ ...ROW, part: `part ${index}`, ...change })));
const partsOf = (...changes: Partial<PartsTableRow>[]): Part[] =>
  partsIn({ parts: inTable(...changes).of(OF, factors), notes: [] }, factors);

describe("a cell of a table of parts that counts", () => {
  const { each, amount } = partsTable("parts").columns;

  it.each(["=nodes", "2", "0.5", "disks.each", "managed-databases.control-plane.nodes"])("is %s", (cell) => {
    expect(each.parse(cell)).toBe(cell);
  });

  it("is empty where there is one", () => {
    expect(each.parse("")).toBeNull();
  });

  it.each(["many", "= nodes", "-1", "1,5", "=", "disks."])("is not %s, which stops the start", (cell) => {
    expect(() => each.parse(cell)).toThrow(`"${cell}" is no number`);
  });

  it("is no series where it is how much of something", () => {
    expect(() => amount.parse("disks.each")).toThrow('"disks.each" is no number');
    expect(["=gb", "0.5"].map((cell) => amount.parse(cell))).toEqual(["=gb", "0.5"]);
  });
});

describe("a row of a table of parts", () => {
  it("asks its product by the roles of the fields, and knows which of ours is at fault", () => {
    expect(partsOf({})).toMatchObject([
      {
        name: "Disks",
        kind: "STORAGE",
        times: 2,
        isOperational: false,
        resource: { kind: "disk", spec: { sort: "fast", size: 100, where: "fr-par-1" } },
        fields: { sort: "type", size: "gb", where: "zone" },
      },
    ]);
  });

  it("reads an offer from a column of ours", () => {
    const [part] = partsOf({ offer: "=disk_type" });
    expect(part).toMatchObject({ resource: { spec: { sort: "slow" } }, fields: { sort: "type" } });
  });

  it("counts by factors, whose ranges the share has", () => {
    const [part] = partsOf({ each: "disks.each", shared_by: "disks.sharers", charged_to: "operational" });
    expect(part).toMatchObject({ times: { range: { expected: 0.5 } }, isOperational: true, isNamed: true });
  });

  it.each([
    [{ of: "small" }, 0],
    [{ of: "large" }, 1],
    [{ count: "=none" }, 0],
    [{ amount: "=none" }, 0],
    [{ amount: "20", count: null }, 1],
  ])("with %j is %i parts", (change, count) => {
    expect(partsOf(change)).toHaveLength(count);
  });

  it.each([
    [{ product: "tape" }, 'No product with known fields is called "tape"'],
    [{ count: "=nodes" }, '"=nodes" of a table of parts is neither a field nor a column of the offer'],
    [{ count: "=word" }, '"=word" of a table of parts is no number'],
    [{ amount: "many" }, '"many" of a table of parts is no number'],
    [{ each: "disks.nothing" }, "disks.nothing"],
  ])("with %j is refused by name", (change, message) => {
    expect(() => partsOf(change)).toThrow(message);
  });
});

describe("rows of one component", () => {
  const GROUP = { group: "All disks > Disks of a shelf", shared_by: "disks.sharers" };

  it("are within the components that they name, of which the innermost has the share that all of it has", () => {
    const [one, other, alone] = partsOf(
      { ...GROUP, sharers: "machines" },
      { ...GROUP, each: "disks.each" },
      { name: "Alone" },
    );

    expect(one?.group).toBe(other?.group);
    expect(one?.group).toMatchObject({
      name: "Disks of a shelf",
      allocation: { rule: "EQUAL_SHARES", share: 1 / 12, parts: [{ key: "machines", capacity: 12 }] },
      group: { name: "All disks", kind: "STORAGE" },
    });
    expect(one?.group?.group?.allocation).toBeUndefined();
    expect(alone?.group).toBeUndefined();
  });

  it("have no share of their own where it is not the same", () => {
    const [one] = partsOf(GROUP, { ...GROUP, shared_by: "disks.each" });
    expect(one?.group?.allocation).toBeUndefined();
  });

  it("say once what is assumed of them", () => {
    const [first, second] = partsOf({ ...GROUP, each: "disks.each", sharers: "machines" }, GROUP);
    expect(first?.group?.notes).toMatchObject([
      { item: "which offer stands for the disks of a shelf, and how many there are" },
      { item: "how many machines share the disks of a shelf" },
    ]);
    expect([first?.notes, second?.notes, first?.group?.group?.notes]).toEqual([undefined, undefined, []]);
    const [capital] = partsOf({ name: "IP addresses" });
    expect(capital?.notes).toMatchObject([{ item: "which offer stands for the IP addresses" }]);
    const [called] = partsOf({ called: "Disks behind it" });
    expect(called?.notes).toMatchObject([{ item: "which offer stands for the Disks behind it" }]);
  });

  it("may be in another place than the product, which is noted where it is assumed", () => {
    const [named] = partsOf({ place: "fr-par-2", product: "disk" });
    const [derived] = partsOf({ place: "=site", name: "Disks: {offer}" });
    expect(named?.resource.spec).toMatchObject({ where: "fr-par-2" });
    expect(derived?.resource.spec).toMatchObject({ where: "fr-par-2" });
    expect(derived?.notes).toMatchObject([{}, { item: "that the place of the disks is fr-par-2" }]);
  });

  it("are named after what they are, and what has them", () => {
    expect(partsOf({ name: "{offer} of {of}", offer: "=disk_type" })).toMatchObject([
      { name: "slow of large" },
    ]);
  });
});

describe("what is in common", () => {
  const keysOf = (change: Partial<PartsTableRow>, of: Partial<PartsOf> = {}) =>
    inTable({ amount: null, ...change })
      .of({ ...OF, ...of }, factors)
      .map((one) => (isCommon(one) ? [one.key, one.times] : null));
  const SMALL = { offer: { entry: { disk_type: "slow", size: 3 }, id: "small" } };
  const ELSEWHERE = { place: { ...OF.place, name: "fr-par-2" } };

  it("is of one key, however many there are", () => {
    const [[key, times]] = keysOf({}) as [[string, number]];
    expect(times).toBe(2);
    expect(keysOf({}, { checked: { ...OF.checked, n: 7 } })).toEqual([[key, 7]]);
    expect(keysOf({}, SMALL)).toEqual([[key, 2]]);
    expect(keysOf({}, ELSEWHERE)).not.toEqual([[key, 2]]);
  });

  it.each([{ offer: "=disk_type" }, { name: "Disks of {of}" }, { amount: "=size" }])(
    "with %j is another one of another offer",
    (change) => {
      const large = { offer: { entry: { disk_type: "slow", size: 3 }, id: "large" } };
      expect(keysOf(change, SMALL)).not.toEqual(keysOf(change, large));
    },
  );

  it.each([
    ["a place that follows from it", { place: "=site" }, { site: { name: "fr-par-1" } }],
    ["an offer that it names", { offer: "=word" }, { word: "few" }],
  ])("is another one for %s", (_what, change, checked) => {
    expect(keysOf(change)).not.toEqual(keysOf(change, { checked: { ...OF.checked, ...checked } }));
  });

  it.each([{ amount: "=gb" }, { each: "=n" }, { count: "disks.each" }])(
    "is nothing with %j, of which there is no end, or none",
    (change) => {
      expect(keysOf(change)).toEqual([null]);
    },
  );

  it("is told of a row of its own offer from one of all", () => {
    const both = (of: string) =>
      inTable({ amount: null, group: "All" }, { amount: null, group: "All", of: "small" })
        .of({ ...OF, offer: { ...OF.offer, id: of } }, factors)
        .map((one) => isCommon(one) && one.key);
    expect(both("small")).not.toEqual(both("large"));
  });

  it("is another one for a part that all have, and one of the same name that one offer has", () => {
    const one = { amount: null, part: "disk", name: "Disks of {of}" };
    const keys = inTable(one, { ...one, of: "small", offer: "slow" })
      .of({ ...OF, ...SMALL }, factors)
      .map((part) => isCommon(part) && part.key);
    expect(new Set(keys).size).toBe(2);
  });
});
