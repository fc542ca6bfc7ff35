import type { GraphQLSchema } from "graphql";
import type { ResourceCost } from "../../../../core/contract";

/** What a composition says of costs that its schema does not. */
export interface DeclaredCosts {
  /** The computation that an object of an input type causes, by name of the type. */
  readonly inputs: ReadonlyMap<string, ResourceCost>;
  /** The same of a representation of an entity, by name of its type. */
  readonly entities: ReadonlyMap<string, EntityCost>;
  /** What fields of a type compute by themselves, by name of the type and of the field. */
  readonly fields: ReadonlyMap<string, Readonly<Record<string, ResourceCost>>>;
  /** In how many places the resources of a type can be, where it is said. */
  readonly places: ReadonlyMap<string, number>;
  /** Days (ISO, UTC) on which a factor changes, in order: a period over several is computed once for each span. */
  readonly borders: readonly string[];
}

/** A representation is of any shape: its lists are known by the names of their fields, or all are of what it is made of. */
export interface EntityCost {
  readonly own: ResourceCost;
  /** For each object in a list of its input; null for a product without lists. */
  readonly eachListed: ResourceCost | null;
  /** For each object in a list, by name of the field; null for a product. */
  readonly listed: ReadonlyMap<string, ResourceCost> | null;
}

const NONE: DeclaredCosts = {
  inputs: new Map(),
  entities: new Map(),
  fields: new Map(),
  places: new Map(),
  borders: [],
};
const declared = new WeakMap<GraphQLSchema, DeclaredCosts>();

export function declareCosts(schema: GraphQLSchema, costs: DeclaredCosts): void {
  declared.set(schema, costs);
}

export function declaredCosts(schema: GraphQLSchema): DeclaredCosts {
  return declared.get(schema) ?? NONE;
}
