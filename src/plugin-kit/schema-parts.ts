import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
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
  readonly description: string;
  readonly deprecationReason: string | null;
  /** Name of the type of its values, without lists and "!"; null for an enum value. */
  readonly type: string | null;
}

/** All that has a description beside the types, and can be deprecated. */
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

interface Defined {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
  readonly type?: GraphQLInputType | GraphQLOutputType;
}

function partOf(coordinate: string, { name, description, deprecationReason, type }: Defined): SchemaPart {
  return {
    ...{ coordinate, name, description: description ?? "", deprecationReason: deprecationReason ?? null },
    type: type === undefined ? null : getNamedType(type).name,
  };
}
