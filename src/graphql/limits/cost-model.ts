import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";

import { plainName } from "./plain-name";

/** 1 is about one run of a calculator, or one object shown with figures of its own. */
export const OBJECT_WEIGHT = 1;
/** A field of any kind: what it costs to fetch and print it. The directives of federation know whole numbers alone. */
export const FIELD_WEIGHT = 0.2;
/** A name in the answer counts once more for each so many characters: a long one is printed with each object. */
export const NAME_LENGTH = 50;

/** What lists hold about, where the data say; the rest are of `OTHER_SIZE`. */
const SIZES: Readonly<Record<string, number>> = {
  "Resource.alternatives": 12,
  "Footprint.components": 8,
  "Footprint.equivalences": 4,
  "DataQuality.factors": 30,
  "Component.calculations": 5,
  "Calculation.terms": 4,
  "Allocation.parts": 4,
  "Query.instanceTypes": 200,
  "Query.factors": 2000,
  // Its true size is the length of the argument `items`: no directive can say so of a list of inputs.
  "Portfolio.items": 100,
  "__Schema.directives": 15,
  "__Type.enumValues": 5,
  "__Type.interfaces": 1,
  "__Type.possibleTypes": 10,
  "__Field.args": 2,
};
const ROOT_SIZE = 50;
const OTHER_SIZE = 10;

/** What fields cost, by rule: products from outside have theirs without saying so. */
export class CostModel {
  private readonly values = new Map<GraphQLNamedType, boolean>();

  /** Lists that hold one for each element of an argument of the same name, a step above: `Portfolio.items`. */
  private readonly sized = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {
    for (const field of this.fieldsOfAll()) {
      const argument = sizingArgument(field);
      if (argument) this.sized.add(`${getNamedType(field.type).name}.${argument.name}`);
    }
    const listed = new Set(
      this.fieldsOfAll().flatMap(({ type }) => (isList(type) ? [getNamedType(type)] : [])),
    );
    for (const type of listed) this.values.set(type, false);
  }

  /**
   * Objects weigh 1, as they do for a router. An object that is a mere value of its parent, such as an impact, weighs
   * nothing beside its fields: it never comes in lists, and holds but scalars and such objects.
   */
  weightOf(type: GraphQLNamedType): number {
    return isLeafType(type) || this.isValue(type) ? 0 : OBJECT_WEIGHT;
  }

  /** How many a list is taken to hold. */
  sizeOf(parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>): number {
    if (parent.name === "__Schema" && field.name === "types")
      return Object.keys(this.schema.getTypeMap()).length;
    const own = SIZES[`${plainName(parent)}.${plainName(field)}`];
    if (own !== undefined) return own;
    const inherited = isObjectType(parent)
      ? parent.getInterfaces().map((one) => SIZES[`${plainName(one)}.${field.name}`])
      : [];
    const isRoot = parent === this.schema.getQueryType();
    return inherited.find((size) => size !== undefined) ?? (isRoot ? ROOT_SIZE : OTHER_SIZE);
  }

  isSized(parent: GraphQLNamedType, field: string): boolean {
    return this.sized.has(`${parent.name}.${field}`);
  }

  private isValue(type: GraphQLNamedType): boolean {
    const known = this.values.get(type);
    if (known !== undefined) return known;
    // A type that leads back to itself is none.
    this.values.set(type, false);
    const isValue =
      isObjectType(type) &&
      type !== this.schema.getQueryType() &&
      type.getInterfaces().length === 0 &&
      !isEntity(type) &&
      Object.values(type.getFields()).every((field) => {
        const inner = getNamedType(field.type);
        return isLeafType(inner) || (!isList(field.type) && this.isValue(inner));
      });
    this.values.set(type, isValue);
    return isValue;
  }

  private fieldsOfAll(): GraphQLField<unknown, unknown>[] {
    return Object.values(this.schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [],
    );
  }
}

const models = new WeakMap<GraphQLSchema, CostModel>();

export function costModelOf(schema: GraphQLSchema): CostModel {
  let model = models.get(schema);
  if (model === undefined) {
    model = new CostModel(schema);
    models.set(schema, model);
  }
  return model;
}

/** The argument that says how many of something are computed: a list of inputs, or of representations of entities. */
export function sizingArgument({ args }: GraphQLField<unknown, unknown>): GraphQLArgument | undefined {
  return args.find(({ type }) => isList(type) && isCounted(getNamedType(type)));
}

/** Entities come as lists of representations. */
function isEntity({ astNode }: GraphQLNamedType): boolean {
  return astNode?.directives?.some(({ name }) => name.value === "key") ?? false;
}

function isCounted(type: GraphQLNamedType): boolean {
  return isInputObjectType(type) || type.name === "_Any";
}

export function isList(type: GraphQLField<unknown, unknown>["type"] | GraphQLArgument["type"]): boolean {
  return isListType(getNullableType(type));
}
