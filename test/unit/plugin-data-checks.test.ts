import { join } from "node:path";
import { type Mistake, removeCopies, start } from "./support/mistaken-plugin";

afterEach(removeCopies);

const COUNTS = join("data", "public-gateway-counts.csv");
const TYPES = join("data", "public-gateway-types.csv");
const PARTS = join("data", "public-gateway-parts.csv");
const TERRAFORM = join("data", "terraform.csv");

/** A column that the table of parts may lack, with one cell in all of its rows. */
function everyPart(column: string, cell: string): Mistake[] {
  return [
    ["charged_to,", `charged_to,${column},`, PARTS],
    [/(equipment|operational),/g, `$1,${cell},`, PARTS],
  ];
}

describe("a product", () => {
  it.each([
    [
      "a column that is not there",
      "types.csv",
      ",instance_type",
      ",instance",
      "row 1, column instance_type: missing column",
    ],
    ["a column of no use", "types.csv", "name,", "nam,", "row 1, column nam: unknown column"],
    [
      "a unit that is none",
      "counts.csv",
      ",0.333,3,-,",
      ",0.333,3,pieces,",
      'row 2, column unit: unknown unit "pieces". There are',
    ],
    [
      "a number that is none",
      "counts.csv",
      ",1,0.333",
      ",one,0.333",
      'row 2, column value: "one" is not a number',
    ],
    [
      "a kind of component that is none",
      "parts.csv",
      ",NODE,",
      ",NODES,",
      'row 2, column kind: "NODES" is not one of',
    ],
    [
      "nobody who shares",
      "parts.csv",
      "public-gateway.control-plane.gateways",
      "0",
      '"0" is none that share it',
    ],
    [
      "a product that is none",
      "parts.csv",
      ",NODE,instance,",
      ",NODE,fridge,",
      'column product: no product with known fields is called "fridge". There are instance, blockVolume',
    ],
    ["no source", "counts.csv", /"?Assumption: one small[^,]*/, "", "row 2, column source: is empty"],
    [
      "an Instance that is none",
      "types.csv",
      "PRO2-XXS",
      "PRO2-XXXS",
      'row 2, column offer: instance has no offer "PRO2-XXXS". Did you mean PRO2-XXS',
    ],
  ])("with %s in a file is told file, row and column", (_what, file, from, to, message) => {
    expect(() => start([from, to, join("data", `public-gateway-${file}`)])).toThrow(message);
  });

  it("may have a unit of its own, which it declares", () => {
    const factors = 'factors: ["public-gateway-counts"]';
    const declared = [factors, `${factors}, units: ["requests/s"]`] as const;
    const row =
      "public-gateway.requests,Requests,1,0.333,3,requests/s,ASSUMED,,,Assumption for this test,,,\n";
    const used = [/$/, row, COUNTS] as const;
    expect(() => start(declared, used)).not.toThrow();
    expect(() => start(used)).toThrow('unknown unit "requests/s"');
  });

  it.each<[string, string, ...Mistake[]]>([
    ["a count in percent", 'is in %: what counts is in "-"', [",0.333,3,-,", ",0.333,3,%,", COUNTS]],
    [
      "a count that has ended",
      "has no value from 2026-01-01 on",
      ["-,ASSUMED,,", "-,ASSUMED,,2026-01-01", COUNTS],
    ],
    ["sharers of whom there may be none", "column shared_by: ", [",500,100,2000,", ",500,0,2000,", COUNTS]],
    [
      "a field handed on that the other has not",
      'instance has no field "bandwidth". There are',
      ...everyPart("hands_on", "bandwidth"),
      [/^ {2}fields: \{\n/m, '  fields: {\n    bandwidth: text2({ input: "X." }),\n'],
      ["import {", "import { optional, percent,"],
      ["text2(", "((text: { input: string }) => optional(percent(text)))("],
    ],
    [
      "a component without a name",
      "column group: a component around it has no name",
      ...everyPart("group", "A > > B"),
    ],
    [
      "a number for an offer",
      'column offer: the column "bandwidth_gbps" names no offer: 0.1 is no text',
      ["=instance_type", "=bandwidth_gbps", PARTS],
    ],
    ["two offers of one name", 'has the offers "VPC-GW-S" and "vpc_gw_s"', ["VPC-GW-M", "vpc_gw_s", TYPES]],
    ["an offer that is every one", 'has an offer "*"', ["VPC-GW-M", "*", TYPES]],
    [
      "a default of no offer",
      'column default: there is no offer "VPC-GW-Z". Did you mean VPC-GW-',
      ["type,type,,,", "type,type,,VPC-GW-Z,", TERRAFORM],
    ],
    [
      "a value of no offer",
      'column values: there is no offer "VPC-GW-Z". Did you mean VPC-GW-',
      ["type,type,,", "type,type,a=VPC-GW-Z,", TERRAFORM],
    ],
    ["samples that are no JSON", "samples.json: Expected", ["{", "{{", "samples.json"]],
    [
      "samples of nothing",
      'samples.json: "valid" needs a specification',
      [/[\s\S]+/, '{ "valid": {}, "refused": {} }', "samples.json"],
    ],
    [
      "a worked example of nothing",
      'cases.json: the spec of "a" must be',
      [null, '{ "a": {} }', "cases.json"],
    ],
    ["no worked example", "cases.json needs a worked example or more", [null, "{}", "cases.json"]],
  ])("with %s in a file is told what is wrong", (_what, message, ...mistakes) => {
    expect(() => start(...mistakes)).toThrow(message);
  });
});
