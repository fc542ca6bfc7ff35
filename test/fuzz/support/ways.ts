import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  isUnionType,
} from "graphql";
import { right } from "./input-positions";
import { REPRESENTATIONS } from "./right-inputs";
import { writtenAs } from "./written";

/** Puts a selection of a type into an operation that gets there. */
export type Way = (selection: string) => string;

/** The shortest way to each type that can be reached, in the order in which they are. */
export function waysTo(schema: GraphQLSchema): ReadonlyMap<GraphQLCompositeType, Way> {
  const root = schema.getQueryType() as GraphQLCompositeType;
  const ways = new Map<GraphQLCompositeType, Way>([[root, (selection) => selection]]);
  // A map goes on to what is added while it is walked.
  for (const [type, way] of ways) {
    for (const [next, step] of stepsFrom(schema, type)) {
      if (!ways.has(next)) ways.set(next, (selection) => way(step(selection)));
    }
  }
  return ways;
}

function stepsFrom(schema: GraphQLSchema, type: GraphQLCompositeType): [GraphQLCompositeType, Way][] {
  if (type.name === "Query") return [...entitySteps(schema), ...fieldSteps(type)];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  const narrowed = possible.map((one): [GraphQLCompositeType, Way] => [
    one,
    (selection) => `... on ${one} { ${selection} }`,
  ]);
  return [...fieldSteps(type), ...narrowed];
}

function fieldSteps(type: GraphQLCompositeType): [GraphQLCompositeType, Way][] {
  if (isUnionType(type)) return [];
  return Object.values(type.getFields()).flatMap(
    ({ name, args, type: of }): [GraphQLCompositeType, Way][] => {
      const next = getNamedType(of);
      if (!isCompositeType(next) || name.startsWith("_")) return [];
      // Null for what the shortest way leads to: nothing below it is answered.
      if (next.name === "ComparableEstimate") return [];
      return [[next, (selection) => `${name}${argsOf(args)} { ${selection} }`]];
    },
  );
}

function entitySteps(schema: GraphQLSchema): [GraphQLCompositeType, Way][] {
  return REPRESENTATIONS.map((one): [GraphQLCompositeType, Way] => [
    schema.getType(String(one.__typename)) as GraphQLCompositeType,
    (selection) =>
      `_entities(representations: [${writtenAs(one).literal}]) { ... on ${one.__typename} { ${selection} } }`,
  ]);
}

/** The arguments of a field: those that it requires, and one more as it is written. */
export function argsOf(
  args: readonly GraphQLArgument[],
  one?: { readonly name: string; readonly text: string },
): string {
  const required = args.filter((argument) => isRequiredArgument(argument) && argument.name !== one?.name);
  const texts = required.map(({ name, type }) => `${name}: ${right({ name, type })}`);
  if (one !== undefined) texts.push(`${one.name}: ${one.text}`);
  return texts.length === 0 ? "" : `(${texts.join(", ")})`;
}
