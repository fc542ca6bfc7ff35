import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";
import type { ProductPlugin } from "../core/contract";
import { typesOf } from "../graphql/product";
import { badDeprecations } from "./deprecations";
import { undescribed, unspecified } from "./described";
import type { Findings } from "./finding";
import { unmeasured } from "./measured";
import { queriesThatCanNullAll } from "./null-answers";

const NO_UNITS: ReadonlySet<string> = new Set();
const UNMEASURED =
  'does not say what it measures: give its unit in brackets, such as [GB], or begin with "Number of" or "Share of"';

/** Name of the input that has a member for each product. */
const RESOURCE_INPUT = "ResourceInput";

/**
 * What the plugin brings to the schema: all of it described, all of it gone without the plugin.
 * @param units of the plugin's fields
 */
export function checkSchema(
  plugin: ProductPlugin,
  sdl: { readonly with: string; readonly without: string },
  units: ReadonlySet<string>,
  found: Findings,
): void {
  const [schema, without] = [buildSchema(sdl.with), buildSchema(sdl.without)];
  const known = new Set(undescribed(without));
  for (const name of undescribed(schema)) {
    if (!known.has(name)) found.add("described", name, "has no description");
  }
  const knownNumbers = new Set(unmeasured(without, NO_UNITS).map(({ coordinate }) => coordinate));
  for (const { coordinate } of unmeasured(schema, units)) {
    if (!knownNumbers.has(coordinate)) found.add("measures", coordinate, UNMEASURED);
  }
  const knownScalars = new Set(unspecified(without));
  for (const name of unspecified(schema)) {
    if (!knownScalars.has(name)) found.add("described", name, "has no @specifiedBy");
  }
  const knownParts = new Set(badDeprecations(without).map(({ coordinate }) => coordinate));
  for (const { coordinate, problem } of badDeprecations(schema)) {
    if (!knownParts.has(coordinate)) found.add("deprecations", coordinate, problem);
  }
  const knownSpoilers = new Set(queriesThatCanNullAll(without));
  for (const name of queriesThatCanNullAll(schema)) {
    if (!knownSpoilers.has(name)) found.add("neighbours", name, "can fail, and is not nullable");
  }
  for (const name of leftovers(plugin, schema, without)) {
    found.add("removable", name, `is in the schema without the plugin ${plugin.kind}`);
  }
}

/**
 * Names of the plugin that stay without it. TypeGraphQL's metadata are global: a field that is put on a shared type, or a
 * type that registers itself with an interface, enters every schema as soon as the module is loaded.
 */
function leftovers(plugin: ProductPlugin, schema: GraphQLSchema, without: GraphQLSchema): string[] {
  const { input, resource } = typesOf(plugin);
  const reachedWithout = reachable(without);
  const own = new Set([input.name, resource.name, memberType(schema, plugin.kind)]);
  for (const name of reachable(schema)) if (!reachedWithout.has(name)) own.add(name);
  const types = Object.keys(without.getTypeMap()).filter((name) => own.has(name));
  const member = memberType(without, plugin.kind) === undefined ? [] : [`${RESOURCE_INPUT}.${plugin.kind}`];
  const query = without.getQueryType()?.getFields()[plugin.kind];
  return [...types, ...member, ...(query === undefined ? [] : [`Query.${plugin.kind}`])];
}

function memberType(schema: GraphQLSchema, kind: string): string | undefined {
  const input = schema.getType(RESOURCE_INPUT);
  const member = isInputObjectType(input) ? input.getFields()[kind] : undefined;
  return member === undefined ? undefined : getNamedType(member.type).name;
}

/** Types that a query can name or meet; one that only implements an interface is not among them. */
function reachable(schema: GraphQLSchema): Set<string> {
  const found = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (found.has(type.name) || isSpecifiedScalarType(type)) return;
    found.add(type.name);
    for (const next of namedBy(type)) visit(next);
  };
  const query = schema.getQueryType();
  if (query) visit(query);
  return found;
}

function namedBy(type: GraphQLNamedType): readonly GraphQLNamedType[] {
  if (isUnionType(type)) return type.getTypes();
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...type.getInterfaces(),
    ...fields.flatMap((field) => [field, ...field.args].map((one) => getNamedType(one.type))),
  ];
}
