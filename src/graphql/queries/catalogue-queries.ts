import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  isRequiredArgument,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What comes from the store, which an import changes at any moment. */
const FROM_THE_STORE = "benchmarks";

/**
 * Whether a document selects only catalogues: lists without required arguments, and the schema. Such an answer changes with
 * the data that the process has read, and with the day. What is said of a resource is none.
 */
export function isCatalogueQuery(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isCatalogue = true;
  const look = (): unknown => {
    const field = types.getFieldDef();
    const isOfRoot = types.getParentType() === schema.getQueryType() && !field?.name.startsWith("__");
    const isAsked = isOfRoot && field?.args.some(isRequiredArgument);
    isCatalogue &&= field != null && field.name !== FROM_THE_STORE && !isAsked;
    return isCatalogue ? undefined : BREAK;
  };
  visit(document, visitWithTypeInfo(types, { Field: look }));
  return isCatalogue;
}
