import {
  type GraphQLArgument,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from "graphql";
import { MACHINERY_SPECIFICATIONS, MACHINERY_TEXTS } from "./machinery-texts";

/** Anything of a schema that can be described. */
interface Describable {
  description?: string | null | undefined;
}

/**
 * Describes what the libraries bring to an executable schema: the fields, types and directives of federation, and the
 * fields of GraphQL's introspection. It is part of what gateways introspect.
 * A description that is there already stays.
 */
export function describeMachinery(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const name = withoutPrefix(type.name);
    describe(type, name);
    if (isScalarType(type)) type.specifiedByURL ??= MACHINERY_SPECIFICATIONS[name];
    if (isEnumType(type)) for (const value of type.getValues()) describe(value, `${name}.${value.name}`);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      describe(field, `${name}.${field.name}`);
      if ("args" in field) describeArguments(field.args, `${name}.${field.name}`);
    }
  }
  for (const directive of schema.getDirectives()) {
    const name = `@${withoutPrefix(directive.name)}`;
    describe(directive, name);
    describeArguments(directive.args, name);
  }
}

function describeArguments(args: readonly GraphQLArgument[], owner: string): void {
  for (const arg of args) describe(arg, `${owner}(${arg.name})`);
}

function describe(one: Describable, coordinate: string): void {
  one.description ??= MACHINERY_TEXTS[coordinate];
}

function withoutPrefix(name: string): string {
  return name.replace(/^federation__/, "");
}
