import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";

/** Types, fields, arguments, input fields and enum values without a description, by name. */
export function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [...(type.description ? [] : [type.name]), ...undescribedIn(type)]);
}

/** Custom scalars that do not say where their format is specified. */
export function unspecified(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !type.specifiedByURL)
    .map(({ name }) => name);
}

function undescribedIn(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return missing(type.getValues(), (value) => `${type.name}.${value.name}`);
  if (isInputObjectType(type)) {
    return missing(Object.values(type.getFields()), (field) => `${type.name}.${field.name}`);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...missing(fields, (field) => `${type.name}.${field.name}`),
    ...fields.flatMap(({ name, args }) => missing(args, (arg) => `${type.name}.${name}(${arg.name})`)),
  ];
}

function missing<T extends { readonly description?: string | null | undefined }>(
  all: readonly T[],
  nameOf: (one: T) => string,
): string[] {
  return all.filter(({ description }) => !description).map(nameOf);
}
