import {
  buildSchema,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from "graphql";

/**
 * Has an id, and fields that depend on the day of the query: two days in one answer are two things of one name, so a client
 * must not keep it by its id.
 */
const OF_A_DAY: ReadonlySet<string> = new Set(["LanguageModel"]);

/** What caches of clients need to know of the types, as a module for schema/clients. */
export function clientTypes(sdl: string): string {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const objects = types.filter(isObjectType).filter((type) => type !== schema.getQueryType());
  const withoutKey = objects.filter((type) => OF_A_DAY.has(type.name) || !("id" in type.getFields()));
  const possible = types
    .filter(isInterfaceType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  return [
    "// Made by `npm run schema` of the published schema. See docs/clients.md.",
    constant("possibleTypes", "Objects that an interface can be.", Object.fromEntries(possible)),
    constant(
      "WITHOUT_KEY",
      "Types that are kept where they were met, and not by an id.",
      withoutKey.map(({ name }) => name),
    ),
    constant(
      "LISTS",
      "Queries that answer with lists of such types.",
      listsOf(schema, new Set(withoutKey.map(({ name }) => name))),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function listsOf(schema: GraphQLSchema, types: ReadonlySet<string>): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => isListType(getNullableType(type)) && types.has(getNamedType(type).name))
    .map(({ name }) => name);
}

function constant(name: string, comment: string, value: object): string {
  const type = Array.isArray(value) ? "readonly string[]" : "{ [type: string]: string[] }";
  return `/** ${comment} */\nexport const ${name}: ${type} = ${JSON.stringify(value, null, 2)};`;
}
