import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isIntrospectionType,
  isSpecifiedScalarType,
} from "graphql";
import { repeatsTheName, saysWhatItMeasures } from "../support/description-quality";
import { usualComposition } from "../support/usual";

interface Told {
  readonly coordinate: string;
  readonly name: string;
  readonly description: string;
  /** Of fields, arguments and input fields. */
  readonly type: GraphQLNamedType | null;
}

/** Types, fields, arguments and input fields; what graphql-js brings is not ours to word. */
function told(): Told[] {
  return Object.values(usualComposition().schema.executable.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) return [];
    const fields = "getFields" in type ? Object.values(type.getFields()) : [];
    return [
      { coordinate: type.name, name: type.name, description: type.description ?? "", type: null },
      ...fields.flatMap((field: Field) => {
        const coordinate = `${type.name}.${field.name}`;
        const args = (field.args ?? []).map((arg) => tell(`${coordinate}(${arg.name})`, arg));
        return [tell(coordinate, field), ...args];
      }),
    ];
  });
}

interface Field extends GraphQLInputField {
  readonly args?: readonly GraphQLArgument[];
}

function tell(coordinate: string, one: GraphQLInputField | GraphQLArgument): Told {
  return {
    coordinate,
    name: one.name,
    description: one.description ?? "",
    type: getNamedType(one.type),
  };
}

describe("descriptions", () => {
  const all = told();

  it("say more than the name", () => {
    const empty = all.filter(({ name, description }) => repeatsTheName(name, description));
    expect(empty.map(({ coordinate, description }) => `${coordinate}: ${description}`)).toEqual([]);
  });

  it("say of each number what it counts or measures", () => {
    const numbers = all.filter(({ type }) => type?.name === "Int" || type?.name === "Float");
    expect(numbers.length).toBeGreaterThan(50);
    const vague = numbers.filter(({ description }) => !saysWhatItMeasures(description));
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
  ])("%j says what it measures: %s", (description, says) => {
    expect(saysWhatItMeasures(description)).toBe(says);
  });
});
