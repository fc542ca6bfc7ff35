import { type GraphQLSchema, isInputObjectType, isObjectType } from "graphql";
import { PERIOD_INPUT } from "../../schema/types";
import type { RequestContext } from "./context";

const DURING = "during";

/**
 * Lets the period of a field hold for all below it: a component's resource, alternatives and the factors of their places
 * are then those of the figure that leads to them. Products need not know: their resolvers ask the graph that they are
 * handed. Built on the finished schema, so that fields of plugins from outside have it too.
 */
export function scopePeriods(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      const during = field.args.find(({ name }) => name === DURING);
      if (resolve === undefined || !isInputObjectType(during?.type) || during.type.name !== PERIOD_INPUT)
        continue;
      field.resolve = (source, args, context: RequestContext, info) => {
        if (args[DURING] != null) context.enter(info.path, { during: args[DURING] });
        return resolve(source, args, context, info);
      };
    }
  }
}
