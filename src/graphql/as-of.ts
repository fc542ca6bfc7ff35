import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from "graphql";
import { GraphQLDate } from "graphql-scalars";
import { requireDay } from "../core/engine";
import type { RequestContext } from "./context";

const AS_OF = "asOf";
/** The types whose values change with the day. */
const DATED: ReadonlySet<string> = new Set(["Factor", "Methodology"]);
/** A query that names its days by itself. */
const OWN_DAYS = "revision";

/**
 * Gives every query that can lead to a factor, or to the method, the argument `asOf`: all below it is then answered with the factors in
 * force on that day. Products need not know: their resolvers ask the session that they are handed.
 * Built on the finished schema, so that queries of plugins from outside have it too.
 */
export function addAsOf(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  if (!query) return;
  for (const field of Object.values(query.getFields())) {
    if (field.name === OWN_DAYS || !leadsTo(schema, getNamedType(field.type), DATED)) continue;
    (field.args as GraphQLArgument[]).push(asOfArgument());
    const { resolve } = field;
    field.resolve = (source, args, context: RequestContext, info) => {
      const day = args[AS_OF] as Date | null | undefined;
      if (day != null) context.pin(info.path, requireDay(AS_OF, day));
      return resolve?.(source, args, context, info);
    };
  }
}

function asOfArgument(): GraphQLArgument {
  return {
    name: AS_OF,
    type: GraphQLDate,
    description:
      "Day (UTC) whose factors and formulas are used throughout, whatever the period. Default: those of the period, or of today. A day before the first known value is BAD_USER_INPUT, with the first possible day, or NOT_AVAILABLE_IN_LOCALITY if only the place is newer.",
    defaultValue: undefined,
    deprecationReason: undefined,
    extensions: {},
    astNode: undefined,
  };
}

function leadsTo(schema: GraphQLSchema, from: GraphQLNamedType, names: ReadonlySet<string>): boolean {
  const seen = new Set<GraphQLNamedType>();
  const visit = (type: GraphQLNamedType): boolean => {
    if (names.has(type.name)) return true;
    if (seen.has(type)) return false;
    seen.add(type);
    if (isInterfaceType(type) && schema.getPossibleTypes(type).some(visit)) return true;
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    return Object.values(type.getFields()).some((field) => visit(getNamedType(field.type)));
  };
  return visit(from);
}
