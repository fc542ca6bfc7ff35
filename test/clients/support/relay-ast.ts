import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import type { ConcreteRequest, NormalizationSelection } from "relay-runtime";
import { withIds } from "./with-ids";

/**
 * What Relay's compiler makes of an operation: an artifact that its runtime sends, normalises by and reads by. Of the
 * compiler's languages it speaks as much as the published operations need.
 */
export function relayRequest(schema: GraphQLSchema, document: DocumentNode): ConcreteRequest {
  const sent = withIds(schema, document);
  const { name, variableDefinitions = [] } = operationOf(document);
  const argumentDefinitions = variableDefinitions.map(({ variable, defaultValue }) => ({
    kind: "LocalArgument",
    name: variable.name.value,
    defaultValue: defaultValue === undefined ? null : valueFromASTUntyped(defaultValue),
  }));
  const shared = { argumentDefinitions, name: name?.value ?? "" };
  return {
    kind: "Request",
    fragment: {
      ...shared,
      kind: "Fragment",
      metadata: null,
      type: "Query",
      abstractKey: null,
      selections: selectionsOf(schema, document),
    },
    operation: { ...shared, kind: "Operation", selections: selectionsOf(schema, sent) },
    params: {
      cacheID: print(sent),
      id: null,
      text: print(sent),
      metadata: {},
      name: shared.name,
      operationKind: "query",
    },
  } as unknown as ConcreteRequest;
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  for (const one of definitions) if (one.kind === Kind.OPERATION_DEFINITION) return one;
  throw new Error("no operation");
}

function selectionsOf(schema: GraphQLSchema, document: DocumentNode): NormalizationSelection[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  const select = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType): object[] =>
    selections.flatMap((selection): object[] => {
      if (selection.kind === Kind.FIELD) return [fieldOf(selection, parent)];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment === undefined) throw new Error("no such fragment");
      const condition = fragment.typeCondition?.name.value ?? parent.name;
      const type = schema.getType(condition) as GraphQLCompositeType;
      const always =
        type === parent || (isAbstractType(type) && isObjectType(parent) && schema.isSubType(type, parent));
      if (always) return select(fragment.selectionSet, parent);
      return [
        {
          kind: "InlineFragment",
          type: condition,
          abstractKey: null,
          selections: select(fragment.selectionSet, type),
        },
      ];
    });

  const fieldOf = (node: FieldNode, parent: GraphQLCompositeType): object => {
    const name = node.name.value;
    const type = "getFields" in parent ? parent.getFields()[name]?.type : undefined;
    const named = type === undefined ? undefined : getNamedType(type);
    const shared = { alias: node.alias?.value ?? null, name, args: argumentsOf(node), storageKey: null };
    if (named === undefined || node.selectionSet === undefined || !isCompositeType(named))
      return { kind: "ScalarField", ...shared };
    return {
      kind: "LinkedField",
      ...shared,
      concreteType: isObjectType(named) ? named.name : null,
      plural: isListType(getNullableType(type as GraphQLOutputType)),
      selections: select(node.selectionSet, named),
    };
  };
  const query = schema.getQueryType();
  if (!query) throw new Error("no queries");
  return select(operationOf(document).selectionSet, query) as NormalizationSelection[];
}

function argumentsOf({ arguments: given = [] }: FieldNode): object[] | null {
  return given.length === 0 ? null : given.map(({ name, value }) => argumentOf(name.value, value));
}

function argumentOf(name: string, value: ArgumentNode["value"]): object {
  if (value.kind === Kind.VARIABLE) return { kind: "Variable", name, variableName: value.name.value };
  if (value.kind === Kind.OBJECT) {
    const fields = value.fields.map((one) => argumentOf(one.name.value, one.value));
    return { kind: "ObjectValue", name, fields };
  }
  return { kind: "Literal", name, value: valueFromASTUntyped(value) };
}
