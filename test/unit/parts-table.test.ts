import { ProductNames } from "../../src/core/contract";
import { FactorBook, FactorReader } from "../../src/core/factors";
import { type PartsTableRow, partsTable } from "../../src/product";
import { type PartsOf, partsInTable } from "../../src/product/parts-table";
import { factor } from "../support/factors";

const ROW: PartsTableRow = {
  ...{ of: "*", part: "disk", name: "Disks", kind: "STORAGE", product: "disk", offer: "fast" },
  ...{ amount: "=gb", count: "=n", each: null, shared_by: null, charged_to: "equipment" },
  ...{ confidence: "ASSUMED", valid_from: null, valid_to: null, source: "a test", url: null, note: null },
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
  factor({ series: "disks.each", value: 3 }),
  factor({ series: "disks.sharers", value: 12 }),
]);
const OF: PartsOf = {
  checked: { gb: 100, n: 2, none: 0, word: "many" },
  offer: { entry: { disk_type: "slow" }, id: "large" },
  offerField: "type",
  placeField: "zone",
  place: { name: "fr-par-1", region: "fr-par", country: "FR", zones: [] },
  names,
  factors: new FactorReader(book, "2026-11-23"),
};

const partsOf = (change: Partial<PartsTableRow>) => partsInTable([{ ...ROW, ...change }], OF);

describe("a cell of a table of parts that counts", () => {
  const { each } = partsTable("parts").columns;

  it.each(["=nodes", "2", "0.5", "disks.each", "managed-databases.control-plane.nodes"])("is %s", (cell) => {
    expect(each.parse(cell)).toBe(cell);
  });

  it("is empty where there is one", () => {
    expect(each.parse("")).toBeNull();
  });

  it.each(["many", "= nodes", "-1", "1,5", "=", "disks."])("is not %s, which stops the start", (cell) => {
    expect(() => each.parse(cell)).toThrow(`"${cell}" is no number`);
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
    [{ product: "tape" }, 'No product of the graph is "tape"'],
    [{ count: "=nodes" }, '"=nodes" of a table of parts is neither a field nor a column of the offer'],
    [{ count: "=word" }, '"=word" of a table of parts is no number'],
    [{ amount: "many" }, '"many" of a table of parts is no number'],
    [{ each: "disks.nothing" }, "disks.nothing"],
  ])("with %j is refused by name", (change, message) => {
    expect(() => partsOf(change)).toThrow(message);
  });
});
