import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from "graphql";

/** A field, an argument, an input field or an enum value, by its coordinate. */
export interface SchemaPart {
  readonly coordinate: string;
  /** Name without that of its type. */
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

/** All that can be deprecated. */
export function partsOf(schema: GraphQLSchema): SchemaPart[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    if (isEnumType(type)) return type.getValues().map((value) => partOf(`${type.name}.${value.name}`, value));
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((field) => partOf(`${type.name}.${field.name}`, field));
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const coordinate = `${type.name}.${field.name}`;
      const args = field.args.map((arg) => partOf(`${coordinate}(${arg.name})`, arg));
      return [partOf(coordinate, field), ...args];
    });
  });
}

function partOf(coordinate: string, { name, deprecationReason }: Omit<SchemaPart, "coordinate">): SchemaPart {
  return { coordinate, name, deprecationReason };
}
