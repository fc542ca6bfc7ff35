import type { IntrospectionQuery } from "graphql";

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly specifiedByURL?: string | null | undefined;
  readonly kind?: string;
  readonly args?: readonly Described[] | null;
  readonly fields?: readonly Described[] | null;
  readonly inputFields?: readonly Described[] | null;
  readonly enumValues?: readonly Described[] | null;
}

/** Everything in an introspection, by schema coordinate, including names of GraphQL and federation. */
export function introspected({ __schema }: IntrospectionQuery): Map<string, Described> {
  const found = new Map<string, Described>();
  const withArguments = (coordinate: string, one: Described) => {
    found.set(coordinate, one);
    for (const arg of one.args ?? []) found.set(`${coordinate}(${arg.name})`, arg);
  };
  for (const type of __schema.types as readonly Described[]) {
    found.set(type.name, type);
    for (const member of [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])]) {
      withArguments(`${type.name}.${member.name}`, member);
    }
  }
  for (const directive of __schema.directives) withArguments(`@${directive.name}`, directive);
  return found;
}

const BUILT_IN = ["String", "Int", "Float", "Boolean", "ID"];

/** Coordinates without description, and custom scalars without `specifiedByURL`. */
export function undescribedIn(introspection: IntrospectionQuery): string[] {
  return [...introspected(introspection)].flatMap(([coordinate, { kind, description, specifiedByURL }]) => [
    ...(description?.trim() ? [] : [coordinate]),
    ...(kind === "SCALAR" && !specifiedByURL && !BUILT_IN.includes(coordinate)
      ? [`${coordinate} @specifiedBy`]
      : []),
  ]);
}
