import {
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
  isInputObjectType,
  isScalarType,
} from "graphql";
import { federationChanges } from "./federation-diff";
import { inputDefaultChanges } from "./input-defaults";
import { change, lineOf, type SchemaChange } from "./schema-change";
import { readSdl } from "./sdl-document";

/**
 * What may hurt those who rely on the old schema: breaking changes first, each once.
 * @throws NotSdl when a text is no schema.
 */
export function compareSchemas(oldSdl: string, newSdl: string): SchemaChange[] {
  const [before, after] = [readSdl(oldSdl), readSdl(newSdl)];
  return sorted([
    ...libraryChanges(before.schema, after.schema),
    ...inputDefaultChanges(before.schema, after.schema),
    ...typeMarkChanges(before.schema, after.schema),
    ...rootChanges(before.schema, after.schema),
    ...federationChanges(before.document, after.document),
  ]);
}

function libraryChanges(before: GraphQLSchema, after: GraphQLSchema): SchemaChange[] {
  const dangerous = findDangerousChanges(before, after)
    // It knows defaults of arguments alone, and calls an argument that has become required dangerous.
    .filter(({ type }) => type !== DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE);
  return [
    ...findBreakingChanges(before, after).map((one) => change("BREAKING", one.type, one.description)),
    ...dangerous.map((one) => change("DANGEROUS", one.type, one.description)),
  ];
}

/** What directives say of a type itself; graphql-js compares none of it. */
function typeMarkChanges(before: GraphQLSchema, after: GraphQLSchema): SchemaChange[] {
  return Object.values(before.getTypeMap()).flatMap((old) => {
    const type = after.getType(old.name);
    if (isInputObjectType(old) && isInputObjectType(type) && type.isOneOf && !old.isOneOf) {
      return [change("BREAKING", "ONE_OF_ADDED", `${old.name} takes exactly one of its fields now.`)];
    }
    if (isScalarType(old) && isScalarType(type) && old.specifiedByURL) {
      if (old.specifiedByURL === type.specifiedByURL) return [];
      const now = type.specifiedByURL ?? "nothing";
      const text = `${old.name} was specified by ${old.specifiedByURL} and is by ${now}.`;
      return [change("DANGEROUS", "SCALAR_SPECIFICATION_CHANGED", text)];
    }
    return [];
  });
}

/** A root that is no root any more leaves its type, and graphql-js is content. */
function rootChanges(before: GraphQLSchema, after: GraphQLSchema): SchemaChange[] {
  const roots = (schema: GraphQLSchema) => ({
    query: schema.getQueryType()?.name,
    mutation: schema.getMutationType()?.name,
    subscription: schema.getSubscriptionType()?.name,
  });
  const now: Readonly<Record<string, string | undefined>> = roots(after);
  return Object.entries(roots(before)).flatMap(([root, name]) =>
    name === undefined || name === now[root]
      ? []
      : [change("BREAKING", "ROOT_CHANGED", `${name} is not the ${root} type any more.`)],
  );
}

function sorted(changes: readonly SchemaChange[]): SchemaChange[] {
  const byLine = new Map(changes.map((one) => [lineOf(one), one]));
  return [...byLine].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
