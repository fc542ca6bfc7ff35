import { removeCopies, start, startGraph } from "./support/mistaken-plugin";

afterEach(removeCopies);

/** Fields added to the description, and what is said of them. */
const FIELD = /^ {2}fields: \{\n/m;

describe("a description of a product", () => {
  it.each([
    ['amount({ limits: { minimum: 0 }, input: "Size." })', 'needs "unit" for its field "extra"'],
    ['amount({ unit: "GB", input: "Size." })', 'needs "limits" for its field "extra"'],
    [
      'amount({ unit: "GB", limits: { maximum: 1 }, input: "Size." })',
      'needs "limits" for its field "extra"',
    ],
    ['amount({ unit: "GB", limits: { minimum: 2, maximum: 1 }, input: "Size." })', "from 2 to 1"],
    [
      'amount({ unit: "GB", limits: { minimum: 2 }, default: 1, input: "Size." })',
      "not within its limits: 1",
    ],
    [
      'amount({ unit: "GB", limits: { minimum: 0 }, default: "1", input: "Size." })',
      'not within its limits: "1"',
    ],
    [
      'amount({ unit: "GB", limits: { minimum: 0, maximum: 1 }, default: 2, input: "Size." })',
      "its limits: 2",
    ],
    ['count({ unit: "node", limits: { minimum: 0 }, default: 0.5, input: "Nodes." })', "its limits: 0.5"],
    ['optional(percent({ default: 5, input: "Load." }))', "either optional(…) or a default"],
    ['choice({ input: "Way." })', 'needs "choices" for its field "extra"'],
    ['choice({ choices: [], input: "Way." })', 'needs "choices" for its field "extra"'],
    ['choice({ choices: ["up", "down"], default: "dow", input: "Way." })', '"dow". Did you mean down?'],
    ['yesNo({ input: "Way." })', "needs a default"],
    [
      'nested({ input: "All.", nested: { name: "X", description: "X.", fields: { one: amount({ input: "A." }) } } })',
      'needs "unit" for its field "extra.one"',
    ],
    ['offer({ input: "Another." })', "needs one field that names its offer, offer(…), got 2"],
    [
      'amount({ unit: "GB", limits: { minimum: 0, maximum: { series: "public-gateway.count" } }, default: 0, input: "Size." })',
      'limits of "extra": there is no factor "public-gateway.count". Did you mean public-gateway.',
    ],
  ])("with a field that is %s is told which one, and why", (field, message) => {
    const named = [FIELD, `  fields: {\n    extra: ${field} as never,\n`] as const;
    const imported = [
      "import {",
      "import { amount, choice, count, nested, optional, percent, yesNo,",
    ] as const;
    expect(() => start(named, imported)).toThrow(message);
  });

  it.each([
    ['zone({ input: "X.", showm: "Where." })', 'no use for "showm" in "fields.extra". Did you mean shown?'],
    ['zone({ input: "X.", shown: 5 })', 'needs "shown" in "fields.extra", a text'],
    ['zone({ input: "X.", owned: { as: "place" } })', 'needs "description" in "fields.extra.owned"'],
    [
      'zone({ input: "X.", owned: { description: "X.", may: 1 } })',
      'no use for "may" in "fields.extra.owned"',
    ],
    ['zone({ input: "X.", argument: "X." })', 'needs "argument" in "fields.extra", an object'],
    [
      'amount({ unit: "GB", limits: { minimum: 0, max: 5 }, input: "X." })',
      'no use for "max" in "fields.extra.limits". Did you mean maximum?',
    ],
    [
      'amount({ unit: "GB", limits: { minimum: 0, maximum: "5" }, input: "X." })',
      'needs "maximum" in "fields.extra.limits", a number',
    ],
    [
      'amount({ unit: "GB", limits: { minimum: 0, maximum: { serie: "a.b" } }, input: "X." })',
      'needs "series" in "fields.extra.limits.maximum"',
    ],
    ['amount({ unit: "GB", limits: null, input: "X." })', 'needs "limits" for its field "extra"'],
    [
      'percent({ limits: { minimum: 0, maximum: 300 }, input: "X." })',
      'no use for "limits" in "fields.extra"',
    ],
    ['choice({ choices: ["a", "a"], input: "X." })', 'has a choice twice for its field "extra", "a"'],
    ['choice({ choices: [1, 2], input: "X." })', 'needs "choices" in "fields.extra", a list of texts'],
    ['choice({ type: "enum", choices: ["a"], input: "X." })', 'needs "type" in "fields.extra", an object'],
    ['named({ input: "X.", spelt: String })', 'needs "find" in "fields.extra", a function'],
    ['nested({ input: "X." })', 'needs "nested" in "fields.extra", an object'],
    [
      'nested({ input: "X.", nested: { name: "X", description: "X." } })',
      'needs "fields" in "fields.extra.nested"',
    ],
  ])("with a field that is %s is told its member", (field, message) => {
    const named = [FIELD, `  fields: {\n    extra: ${field} as never,\n`] as const;
    const imported = ["import {", "import { amount, choice, named, nested, percent,"] as const;
    expect(() => start(named, imported)).toThrow(message);
  });

  it("has no field by a name that every object has", () => {
    const named = [FIELD, '  fields: {\n    constructor: zone({ input: "X." }) as never,\n'] as const;
    expect(() => start(named)).toThrow('a name of letters and digits for its field "constructor"');
  });

  it("names an enumeration that the graph has", () => {
    const choice = 'choice({ type: { enum: "Way" }, choices: ["A"], default: "A", input: "X." })';
    const named = [FIELD, `  fields: {\n    extra: ${choice} as never,\n`] as const;
    expect(() => startGraph(named, ["import {", "import { choice,"])).toThrow(
      'the product "publicGateway" cannot be shown by the graph: no enumeration "Way"; there are AllocationRule',
    );
  });
});
