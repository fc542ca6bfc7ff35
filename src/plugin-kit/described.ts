import { type GraphQLSchema, isIntrospectionType, isScalarType, isSpecifiedScalarType } from "graphql";
import { partsOf } from "./schema-parts";

/** Types, fields, arguments, input fields and enum values without a description, by name. */
export function undescribed(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !type.description,
  );
  const parts = partsOf(schema).filter(({ description }) => description === "");
  return [...types.map(({ name }) => name), ...parts.map(({ coordinate }) => coordinate)];
}

/** Custom scalars that do not say where their format is specified. */
export function unspecified(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !type.specifiedByURL)
    .map(({ name }) => name);
}
