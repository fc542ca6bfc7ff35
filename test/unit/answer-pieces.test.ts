import type { FormattedExecutionResult } from "graphql";
import { releasedPieces } from "../../src/server/answer/answer-pieces";
import { textOf } from "../support/known-text";

const UNLIMITED = Number.POSITIVE_INFINITY;
const LONG = Array.from({ length: 5_000 }, (_, index) => ({
  name: `é "${index}"`,
  inner: { list: [index, null] },
}));

describe("an answer in pieces", () => {
  it.each<[string, FormattedExecutionResult]>([
    ["a value", { data: { one: 1 } }],
    [
      "values of every kind",
      { data: { a: 'é "', b: null, c: -0.5, d: true, e: [], f: {}, g: [[], [1, [2]]] } },
    ],
    ["what is not there", { data: { a: { b: undefined, c: { d: undefined } }, e: [{ f: undefined }, {}] } }],
    ["nothing", { data: {} }],
    ["null", { data: null, errors: [{ message: "no" }] }],
    [
      "errors",
      { data: { a: null }, errors: [{ message: "no", path: ["a", 1], extensions: { code: "X", of: [{}] } }] },
    ],
    ["extensions", { data: { a: 1 }, extensions: { b: [1] } }],
    ["long lists", { data: { a: LONG, b: { c: LONG } } }],
  ])("is the JSON of %s", (_, answer) => {
    const json = JSON.stringify({ errors: answer.errors, data: answer.data, extensions: answer.extensions });
    const text = releasedPieces(answer, UNLIMITED);
    expect(text === null ? null : textOf(text)).toBe(json);
  });

  it("releases what is printed", () => {
    const data = { a: LONG, b: [1] };
    releasedPieces({ data }, UNLIMITED);
    expect(data).toEqual({ a: null, b: null });
  });

  it("ends where it is too long, without a look at what comes after", () => {
    const after = jest.fn(() => 1);
    const data = { a: LONG, b: Object.defineProperty({}, "c", { get: after, enumerable: true }) };
    expect(releasedPieces({ data }, 1_000)).toBeNull();
    expect(after).not.toHaveBeenCalled();
  });
});
