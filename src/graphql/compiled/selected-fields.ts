import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
} from "graphql";

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/**
 * The fields that selections have of a type, by their name in the answer and in its order. A name that is selected more
 * than once has several nodes, which a valid document lets be merged. Directives are not looked at.
 */
export function selectedFields(
  selections: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  { schema, fragments }: { readonly schema: GraphQLSchema; readonly fragments: Fragments },
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const nodes = fields.get(name);
        if (nodes === undefined) fields.set(name, [selection]);
        else nodes.push(selection);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      if (fragment !== undefined && applies(fragment, type, schema)) collect(fragment.selectionSet);
    }
  };
  for (const set of selections) collect(set);
  return fields;
}

/** Whether a fragment applies to a type. */
export function applies(
  { typeCondition }: { readonly typeCondition?: NamedTypeNode | undefined },
  type: GraphQLObjectType,
  schema: GraphQLSchema,
): boolean {
  if (typeCondition === undefined || typeCondition.name.value === type.name) return true;
  const of = schema.getType(typeCondition.name.value);
  return isAbstractType(of) && schema.isSubType(of, type);
}
