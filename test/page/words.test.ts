import type { Product } from "../../page/src/form/fields";
import { labelOf } from "../../page/src/form/values";
import { piecesOf } from "../../page/src/text/marked";
import { fieldInWords, inWords } from "../../page/src/text/words";
import { usualComposition } from "../support/usual";

const products = usualComposition().sessionAt(new Date()).allProducts() as unknown as Product[];
const fields = products.flatMap((product) => product.fields);

describe("what the graph says of a field", () => {
  it.each(fields.map(({ name }) => name))("is said in the words of the form: %s", (name) => {
    const own = name.slice(name.lastIndexOf(".") + 1);
    const said = inWords(`${own} must be from 5 to 10, got -1.`, products);
    expect(said).toMatch(/^[A-Z][A-Za-z ]* must be from 5 to 10, got -1\.$/);
    expect(said).not.toMatch(/[a-z][A-Z]/);
    expect(fieldInWords(name.replace(".", ".0."), products)).not.toMatch(/[a-z][A-Z]|\./);
  });

  it("is so of what all lines have", () => {
    expect(inWords('count is a number, got "viele".', products)).toBe('Count is a number, got "viele".');
  });

  it("is said so within a sentence too, and nothing else is", () => {
    const [size] = fields.filter(({ name }) => name === "sizeGb");
    if (size === undefined) throw new Error("no product has this field");
    const label = labelOf(size).toLowerCase();
    expect(inWords("blockVolume needs sizeGb, and nodes of PRO2-S in fr-par-1.", products)).toBe(
      `blockVolume needs ${label}, and nodes of PRO2-S in fr-par-1.`,
    );
    expect(inWords('Unknown Instance type "PRO2-Z".', products)).toBe('Unknown Instance type "PRO2-Z".');
  });

  it.each([
    ["pools.0.nodeType", "Pool 1: node type"],
    ["pools.11.nodes", "Pool 12: nodes"],
    ["during.hours", "Hours"],
    ["count", "Count"],
    ["", ""],
  ])("is at a field with a name: %s", (path, says) => {
    expect(fieldInWords(path, products)).toBe(says);
  });
});

describe("a note", () => {
  it.each([
    ["by `npm run calibrate`.", ["by ", "[npm run calibrate]", "."]],
    ["`a` and `b`", ["[a]", " and ", "[b]"]],
    ["one ` alone", ["one ` alone"]],
    ["", []],
  ])("has its commands as such: %s", (text, pieces) => {
    expect(piecesOf(text).map((one) => (one.isCode ? `[${one.text}]` : one.text))).toEqual(pieces);
  });
});
