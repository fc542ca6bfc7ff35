import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { applies } from "./selected-fields";

/**
 * Fields of an operation as a compiler writes them out: once for each type of an interface, and a fragment wherever it is
 * spread. Each selection is counted once for a type, so that fragments that spread each other cost no more than their text.
 */
export function expandedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  }
  const counted = new Map<SelectionSetNode, Map<GraphQLObjectType, number>>();
  const root = schema.getRootType(operation.operation);
  return root ? countOf(operation.selectionSet, root) : 0;

  function countOf(selections: SelectionSetNode, type: GraphQLObjectType): number {
    const ofSelections = counted.get(selections) ?? new Map<GraphQLObjectType, number>();
    counted.set(selections, ofSelections);
    let count = ofSelections.get(type);
    if (count === undefined) {
      count = selections.selections.reduce((sum, selection) => {
        if (selection.kind === Kind.FIELD)
          return sum + 1 + below(selection.name.value, selection.selectionSet, type);
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment === undefined || !applies(fragment, type, schema)) return sum;
        return sum + countOf(fragment.selectionSet, type);
      }, 0);
      ofSelections.set(type, count);
    }
    return count;
  }

  function below(name: string, selections: SelectionSetNode | undefined, type: GraphQLObjectType): number {
    const field = type.getFields()[name];
    if (selections === undefined || field === undefined) return 0;
    const of = getNamedType(field.type);
    if (isObjectType(of)) return countOf(selections, of);
    if (!isAbstractType(of)) return 0;
    return schema.getPossibleTypes(of).reduce((sum, possible) => sum + countOf(selections, possible), 0);
  }
}
