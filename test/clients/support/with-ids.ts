import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

const field = (value: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value } });

/** The document with `id` wherever there is one, and `__typename` where a type is to be told: as Relay's compiler asks. */
export function withIds(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (set): SelectionSetNode | undefined => {
          const type = types.getParentType();
          if (!type || type === schema.getQueryType()) return undefined;
          const hasId = (isObjectType(type) || isInterfaceType(type)) && "id" in type.getFields();
          const more = [...(hasId ? ["id"] : []), ...(isAbstractType(type) ? ["__typename"] : [])];
          return { ...set, selections: [...set.selections, ...more.map(field)] };
        },
      },
    }),
  );
}
