import { HEADERS_OF_LINES } from "../../src/spreadsheet/synonyms";
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
    ["months of hours", "type,zone,hours,unit\nPRO2-S,fr-par-1,3,month", "unit", "behind its number"],
  ])("that says %s refuses the line rather than to count servers", (_, sheet, column, message) => {
    const found = read(sheet);
    expect(items(found)).toEqual([]);
    expect(found.problems).toMatchObject([{ line: 2, code: "UNKNOWN_UNIT", column }]);
    expect(found.problems[0]?.message).toContain(message);
  });
});

describe("the header of a column of units", () => {
  const pairs = HEADERS_OF_LINES.count.flatMap((header) =>
    header.endsWith(" quantity") ? [[header, header.replace(/quantity$/, "unit")]] : [],
  );

  it.each([
    ...pairs,
    ["ConsumedQuantity", "ConsumedUnit"],
    ["quantity", "Quantity Unit"],
    ["quantity", "unit of quantity"],
    ["count", "count unit"],
    ["Menge", "Einheit der Menge"],
    ["quantité", "unité de quantité"],
  ])("of %s may be %s, and its hours are not counted", (quantity, unit) => {
    const { problems } = read(`type,zone,${quantity},${unit}\nPRO2-S,fr-par-1,730,hours`);
    expect(problems).toMatchObject([{ line: 2, code: "UNKNOWN_UNIT", column: quantity }]);
  });
});

describe("the header of a quantity", () => {
  it.each([
    ["Quantity (hours)", { ...SERVER, during: { hours: 8 } }],
    ["qty in days", { ...SERVER, during: { hours: 192 } }],
    ["number of hours", { ...SERVER, during: { hours: 8 } }],
    ["Hours/Month", { ...SERVER, during: { hours: 8 } }],
    ["Quantity (thousand)", { ...SERVER, count: 8_000 }],
    ["quantity (pcs)", { ...SERVER, count: 8 }],
  ])("%s says what it is", (header, item) => {
    expect(items(read(`type,zone,${header}\nPRO2-S,fr-par-1,8`))).toEqual([item]);
  });

  it.each([
    ["size GiB", 107.3741824],
    ["size (GiB/month)", 107.3741824],
    ["size (GB/month)", 100],
  ])("%s says the unit of a size", (header, sizeGb) => {
    const item = { resource: { blockVolume: { ...VOLUME.resource.blockVolume, sizeGb } } };
    expect(items(read(`type,zone,${header}\nsbs_5k,fr-par-1,100`))).toEqual([item]);
  });

  it.each([
    ["hours per day", "type,zone,HEADER\nPRO2-S,fr-par-1,8", 'counts by "day"'],
    ["Stunden pro Tag", "type,zone,HEADER\nPRO2-S,fr-par-1,8", 'counts by "tag"'],
    ["input tokens/year", "model,region,HEADER\ngpt-oss-120b,fr-par,5", 'counts by "year"'],
    ["size (GB/hour)", "type,zone,HEADER\nsbs_5k,fr-par-1,100", 'counts by "hour"'],
    ["stored (GBh)", "type,zone,HEADER\nsbs_5k,fr-par-1,100", '"GBh" cannot be told'],
  ])("%s is no amount of the period, and the line is refused", (header, sheet, message) => {
    const found = read(sheet.replace("HEADER", header));
    expect(items(found)).toEqual([]);
    expect(found.problems).toMatchObject([{ line: 2, column: header, code: "UNKNOWN_UNIT" }]);
    expect(found.problems[0]?.message).toContain(message);
  });

  it("may give the load of a CPU by the hour, which is a share of any time", () => {
    const item = { resource: { instance: { ...SERVER.resource.instance, cpuLoadPercent: 8 } } };
    expect(items(read("type,zone,cpu load per hour\nPRO2-S,fr-par-1,8"))).toEqual([item]);
  });
});
