import {
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import { type ProductPlugin, type ResourceCost, UNDECLARED_COST } from "../core/contract";
import type { Factor } from "../core/formulas";
import type { DeclaredCosts, EntityCost } from "./limits";
import { typesOf } from "./product";
import { RESOURCE_INPUT } from "./queries/resource-input";

/**
 * What the products of a composition cost, by the names of its plain schema.
 * @param nameOf what a type is called in the schema that is served
 * @param projectLists lists of a project, whose footprint is that of all that is in them
 */
export function declaredCostsOf(
  { plugins, projectLists }: { plugins: readonly ProductPlugin[]; projectLists: readonly string[] },
  schema: GraphQLSchema,
  nameOf: (plain: string) => string,
  factors: readonly Factor[],
): DeclaredCosts {
  const inputs = new Map<string, ResourceCost>();
  const entities = new Map<string, EntityCost>();
  const fields = new Map<string, Readonly<Record<string, ResourceCost>>>();
  const places = new Map<string, number>();
  const inProject = new Map<string, ResourceCost>();
  const choice = schema.getType(RESOURCE_INPUT);
  for (const plugin of plugins) {
    const { cost = UNDECLARED_COST, kind } = plugin;
    const member = isInputObjectType(choice) ? choice.getFields()[kind] : undefined;
    const input = member && getNamedType(member.type);
    if (isInputObjectType(input)) {
      if (cost.distinct !== undefined) requireFields(kind, cost.distinct.fields, input);
      inputs.set(nameOf(input.name), cost);
    }
    for (const [name, own] of Object.entries(cost.inputs ?? {})) {
      if (!isInputObjectType(schema.getType(name)))
        throw new Error(
          `the product "${kind}" names an input in its cost that the graph does not have: ${name}`,
        );
      inputs.set(nameOf(name), own);
    }
    const { entity, resource } = typesOf(plugin);
    const shown = schema.getType(resource.name);
    if (cost.fields !== undefined && isObjectType(shown)) {
      requireFields(kind, Object.keys(cost.fields), shown);
      fields.set(nameOf(resource.name), cost.fields);
    }
    if (cost.places !== undefined) places.set(nameOf(resource.name), cost.places);
    if (entity === undefined) continue;
    const [largest] = Object.values(cost.inputs ?? {}).sort((a, b) => b.totals - a.totals);
    entities.set(entity.type.name, { own: cost, eachListed: largest ?? null, listed: null });
    if (projectLists.includes(entity.listedAs)) inProject.set(entity.listedAs, cost);
  }
  if (inProject.size > 0) entities.set("Project", { own: NOTHING, eachListed: null, listed: inProject });
  return { inputs, entities, fields, places, borders: bordersOf(factors) };
}

function requireFields(
  kind: string,
  named: readonly string[],
  type: GraphQLInputObjectType | GraphQLObjectType,
): void {
  const fields = type.getFields();
  const unknown = named.filter((name) => fields[name] === undefined);
  if (unknown.length > 0)
    throw new Error(
      `the product "${kind}" names fields in its cost that its ${isInputObjectType(type) ? "input" : "resource"} does not have: ${unknown.join(", ")}`,
    );
}

const NOTHING: ResourceCost = { totals: 0, components: [] };

/** Days on which a factor begins to hold or ends, in order. */
function bordersOf(factors: readonly Factor[]): string[] {
  const days = factors.flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  return [...new Set(days)].filter((day) => day !== null).sort();
}
