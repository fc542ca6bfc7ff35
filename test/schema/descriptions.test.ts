import { isIntrospectionType, isSpecifiedScalarType } from "graphql";
import { saysWhatItMeasures, unmeasured } from "../../src/plugin-kit/measured";
import { partsOf } from "../../src/plugin-kit/schema-parts";
import { repeatsTheName } from "../support/description-quality";
import { usualComposition } from "../support/usual";

describe("descriptions", () => {
  const schema = usualComposition().schema.executable;
  const parts = partsOf(schema);

  it("say more than the name", () => {
    // What graphql-js brings is not ours to word.
    const types = Object.values(schema.getTypeMap())
      .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
      .map(({ name, description }) => ({ coordinate: name, name, description: description ?? "" }));
    const empty = [...types, ...parts].filter(({ name, description }) => repeatsTheName(name, description));
    expect(empty.map(({ coordinate, description }) => `${coordinate}: ${description}`)).toEqual([]);
  });

  it("say of each number what it counts or measures", () => {
    expect(parts.filter(({ type }) => type === "Int" || type === "Float").length).toBeGreaterThan(50);
    const vague = unmeasured(schema, new Set());
    expect(vague.map(({ coordinate, description }) => `${coordinate}: ${description}`)).toEqual([]);
  });
});

describe("the rules for descriptions", () => {
  it.each([
    ["model", "The model.", true],
    ["gpuModel", "Model of its GPUs.", true],
    ["product", "", true],
    ["model", "The language model that is served.", false],
  ])("of %s, %j repeats the name: %s", (name, description, repeats) => {
    expect(repeatsTheName(name, description)).toBe(repeats);
  });

  it.each([
    ["Size reserved [GB].", true],
    ["Greenhouse gases [kgCO2e, GWP100].", true],
    ["Number of nodes.", true],
    ["The value, in `unit`.", true],
    ["Share of the host, from 0 to 1.", true],
    ["Largest bandwidth [Gbit/s].", true],
    ["Largest rate [requests/s], on average.", true],
    ["Size reserved.", false],
    ["Size [large].", false],
    ["Nodes, at least 1.", false],
    ["Time [hours].", false],
    ["Light [lm].", false],
  ])("%j says what it measures: %s", (description, says) => {
    expect(saysWhatItMeasures(description)).toBe(says);
  });

  it("a unit of the product counts, as a whole", () => {
    const own = new Set(["lm"]);
    const told = ["Light [lm].", "Light [lm, at noon].", "Light [lm per lamp].", "Light [lmx].", "lm"];
    expect(told.map((text) => saysWhatItMeasures(text, own))).toEqual([true, true, true, false, false]);
  });
});
