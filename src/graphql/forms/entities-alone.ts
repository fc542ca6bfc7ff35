import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
  visit,
} from "graphql";

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * A subgraph without a query of its own: entities, and what their footprints consist of. Our resources, such as `Instance`,
 * are reached by queries; a part of a footprint that is one does not lead to it then.
 */
export function entitiesAlone(document: DocumentNode): DocumentNode {
  const types = new Map(
    document.definitions.filter(isTypeDefinitionNode).map((one) => [one.name.value, one]),
  );
  const isResource = (name: string): boolean => {
    const type = types.get(name);
    return (
      type?.kind === Kind.INTERFACE_TYPE_DEFINITION || (isObject(type) && (type.interfaces?.length ?? 0) > 0)
    );
  };
  const remains = (field: FieldDefinitionNode): boolean => !isResource(namedType(field.type));
  const reached = new Set<string>();
  const reach = (name: string): void => {
    const type = types.get(name);
    if (type === undefined || reached.has(name)) return;
    reached.add(name);
    for (const next of namesIn(
      isObject(type) ? { ...type, fields: type.fields?.filter(remains) ?? [] } : type,
    ))
      reach(next);
  };
  for (const type of types.values()) if (isEntity(type)) reach(type.name.value);
  const definitions = document.definitions.flatMap((one): DefinitionNode[] => {
    if (one.kind === Kind.SCHEMA_DEFINITION) return [];
    if (!isTypeDefinitionNode(one)) return [one];
    if (!reached.has(one.name.value)) return [];
    return [isObject(one) ? { ...one, fields: one.fields?.filter(remains) ?? [] } : one];
  });
  return { ...document, definitions };
}

function isObject(type: TypeDefinitionNode | undefined): type is WithFields {
  return type?.kind === Kind.OBJECT_TYPE_DEFINITION;
}

function isEntity(type: TypeDefinitionNode): boolean {
  return type.directives?.some(({ name }) => name.value === "key") ?? false;
}

function namesIn(type: TypeDefinitionNode): string[] {
  const names: string[] = [];
  visit(type, { NamedType: (node: NamedTypeNode) => void names.push(node.name.value) });
  return names;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
