import fc from "fast-check";
import { type GraphQLInputType, getNamedType, getNullableType, isCompositeType, isUnionType } from "graphql";
import { type GraphError, type LiveGraph, startLiveGraph } from "../support/live-graph";
import { postJson } from "../support/post-json";
import { usualComposition } from "../support/usual";
import { faultsOf } from "./support/closed-list";
import { isStrict, positionsIn, right } from "./support/input-positions";
import { runs } from "./support/seed";
import { oddValue } from "./support/values";
import { argsOf, waysTo } from "./support/ways";

const schema = usualComposition().schema.executable;

/** More often than an operation is asked before it is compiled. */
const OFTEN = 5;

interface Position {
  readonly argument: string;
  /** As errors name it. */
  readonly path: string;
  /** Of a variable that may be null. */
  readonly type: string;
  /** Whether null is refused. */
  readonly isStrict: boolean;
  /** One that is taken, as it is written. */
  readonly right: string;
  /** An operation in which `$v` stands there. */
  readonly selection: string;
}

/** Every place of every argument of every field that can be reached. */
const ofFields: Position[] = [...waysTo(schema)].flatMap(([type, way]) => {
  if (isUnionType(type) || type.name.startsWith("__")) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    field.args.flatMap((argument) => {
      const place = { ...argument, hasDefault: argument.defaultValue !== undefined };
      const inner = isCompositeType(getNamedType(field.type)) ? " { __typename }" : "";
      return positionsIn(place).map(({ place: at, path, written }) => {
        const args = argsOf(field.args, { name: argument.name, text: written("$v") });
        return {
          argument: argument.name,
          path,
          type: String(getNullableType(at.type)),
          isStrict: isStrict(at),
          right: right(at),
          selection: way(`${field.name}${args}${inner}`),
        };
      });
    }),
  );
});

const INSTANCE = `instance(input: ${right({ type: schema.getType("InstanceInput") as GraphQLInputType, name: "input" })})`;
const ofDirectives: Position[] = ["skip", "include"].flatMap((directive) =>
  [
    `${INSTANCE} @${directive}(if: $v) { name }`,
    `... @${directive}(if: $v) { methodology { id } }`,
    `${INSTANCE} { name @${directive}(if: $v) }`,
    `${INSTANCE} { product { id } ... on Resource @${directive}(if: $v) { name } }`,
    `... on Query { ${INSTANCE} { footprint { total { kgCo2Equivalent @${directive}(if: $v) } } } }`,
  ].map((selection) => ({
    argument: "if",
    path: "if",
    type: "Boolean",
    isStrict: true,
    right: "true",
    selection,
  })),
);

const ofIntrospection: Position[] = [
  {
    argument: "name",
    path: "name",
    type: "String",
    isStrict: true,
    right: '"Query"',
    selection: "__type(name: $v) { name }",
  },
];

const positions = [...ofFields, ...ofDirectives, ...ofIntrospection];
const strict = positions.filter((position) => position.isStrict);

describe("variables", () => {
  let graph: LiveGraph;
  beforeAll(async () => {
    graph = await startLiveGraph();
  });
  afterAll(async () => {
    const { faults } = graph;
    await graph.stop();
    expect(faults).toEqual([]);
  });

  const operation = ({ selection }: Position, type: string): string =>
    `query T($v: ${type}) { ${selection} }`;

  async function answered(
    query: string,
    variables: Record<string, unknown>,
  ): Promise<{ text: string; errors: readonly GraphError[] }> {
    const { text } = await postJson(graph.url, { query, variables });
    expect({ query, variables, faults: faultsOf(text) }).toEqual({ query, variables, faults: [] });
    return { text, errors: (JSON.parse(text) as { errors?: GraphError[] }).errors ?? [] };
  }

  it(`are refused with BAD_USER_INPUT where they are null in any of ${strict.length} places that take no null`, async () => {
    expect(strict.length).toBeGreaterThan(100);
    for (const position of strict) {
      const query = operation(position, `${position.type} = ${position.right}`);
      const first = await answered(query, { v: null });
      const seen = { query, message: first.errors[0]?.message, extensions: first.errors[0]?.extensions };
      expect(seen).toEqual({
        query,
        message: expect.stringMatching(
          /^Argument "(\w+)".* must not be null, and the variable "\$v" is null\.$/,
        ),
        extensions: { code: "BAD_USER_INPUT", field: position.path },
      });
      expect(seen.message).toContain(`Argument "${position.argument}"`);
      // Left out, the default is taken, until the operation is compiled; then null is answered as it was.
      for (let time = 1; time < OFTEN; time++) {
        const { errors } = await answered(query, {});
        expect({
          query,
          codes: errors.map(({ message }) => message).filter((text) => text.includes("$v")),
        }).toEqual({ query, codes: [] });
      }
      expect(await answered(query, { v: null })).toEqual(first);
      const [required] = (await answered(operation(position, `${position.type}!`), { v: null })).errors;
      expect([query, required?.extensions]).toEqual([
        query,
        { code: "BAD_USER_INPUT", field: position.path },
      ]);
    }
  });

  it(`of any value, in any of ${positions.length} places, are answered as what they are`, async () => {
    const one = fc.asyncProperty(
      fc.constantFrom(...positions),
      oddValue,
      fc.nat(2),
      async (position, odd, form) => {
        const types = ["", position.isStrict ? "!" : " = null", ` = ${position.right}`];
        const query = operation(
          position,
          `${position.type}${position.isStrict && form === 0 ? "!" : types[form]}`,
        );
        for (let time = 0; time < OFTEN; time++) await answered(query, { v: odd });
        await answered(query, { w: odd });
      },
    );
    await fc.assert(one, runs(150));
  });
});
