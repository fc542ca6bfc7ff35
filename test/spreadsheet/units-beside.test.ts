import { items, reader } from "./support/products";

const read = reader();
const SERVER = { resource: { instance: { type: "PRO2-S", zone: "fr-par-1" } } };
const VOLUME = { resource: { blockVolume: { storageClass: "sbs_5k", zone: "fr-par-1", sizeGb: 100 } } };

describe("a column of units", () => {
  it.each([
    ["pieces", { ...SERVER, count: 3 }, "type,zone,quantity,unit\nPRO2-S,fr-par-1,3,pcs"],
    ["pieces in German", { ...SERVER, count: 3 }, "type;zone;Menge;Einheit\nPRO2-S;fr-par-1;3;Stück"],
    ["things for a month", { ...SERVER, count: 3 }, "type,zone,qty,UoM\nPRO2-S,fr-par-1,3,instance-month"],
    [
      "nothing",
      { ...SERVER, count: 3 },
      "type,zone,quantity,unit\nPRO2-S,fr-par-1,3,\nPRO2-S,fr-par-1,3,-\nPRO2-S,fr-par-1,3,pieces\nPRO2-S,fr-par-1,3,pieces",
    ],
    ["the hours", { ...SERVER, during: { hours: 10 } }, "type,zone,hours,unit\nPRO2-S,fr-par-1,10,hour"],
    ["the size", VOLUME, "type,zone,size,unit\nsbs_5k,fr-par-1,100,GB"],
    [
      "the size beside a count",
      { ...VOLUME, count: 2 },
      "type,zone,size,unit,count\nsbs_5k,fr-par-1,100,GB,2",
    ],
    ["numbers, which are counts", { ...SERVER, count: 3 }, "type,zone,units\nPRO2-S,fr-par-1,3"],
  ])("may say the unit of %s", (_, item, sheet) => {
    const { lines, problems, notes } = read(sheet);
    expect([problems, notes]).toEqual([[], []]);
    expect(lines[0]?.item).toEqual(item);
  });

  it.each([
    ["hours", "type,zone,quantity,unit\nPRO2-S,fr-par-1,730,hour", "quantity", "write it under hours"],
    ["GB", "type,zone,size,quantity,unit\nsbs_5k,fr-par-1,5 GB,100,TB", "quantity", "such as sizeGb"],
    [
      "another",
      "type,zone,billed_quantity,unit\nPRO2-S,fr-par-1,9,node_minute",
      "billed_quantity",
      "is in it",
    ],
    ["a unit of no number", "type,zone,hours,unit\nPRO2-S,fr-par-1,1,day", "unit", "behind its number"],
  ])("that says %s refuses the line rather than to count servers", (_, sheet, column, message) => {
    const found = read(sheet);
    expect(items(found)).toEqual([]);
    expect(found.problems).toMatchObject([{ line: 2, code: "UNKNOWN_UNIT", column }]);
    expect(found.problems[0]?.message).toContain(message);
  });
});
