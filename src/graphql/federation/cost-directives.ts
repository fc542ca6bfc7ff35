import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  type InputValueDefinitionNode,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type TypeNode,
  visit,
} from "graphql";
import { ObjectCounts } from "../limits";

const FOOTPRINT = "Footprint";
/** What an object weighs for a router. */
const OBJECT_WEIGHT = 1;

/**
 * Marks a schema with what its fields cost, by the model that limits them here, so that a router refuses the same
 * operations before they are sent. `@cost` and `@listSize` are those of federation: whole numbers, and no list whose
 * size is that of an input.
 */
export function withCosts(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const model = new ObjectCounts(schema);
  const marks = new Marks(schema, model);
  return visit(document, {
    ObjectTypeDefinition: (node) => {
      const type = schema.getType(node.name.value) as GraphQLNamedType;
      const own = marks.ofType(type);
      const fields = node.fields?.map((field) => marks.field(field, type));
      return { ...node, fields, directives: [...(node.directives ?? []), ...own] };
    },
    InterfaceTypeDefinition: (node) => {
      const type = schema.getType(node.name.value) as GraphQLNamedType;
      return { ...node, fields: node.fields?.map((field) => marks.field(field, type)) };
    },
    InputObjectTypeDefinition: (node) => ({
      ...node,
      fields: node.fields?.map((field) => marks.input(field)),
    }),
  }) as DocumentNode;
}

class Marks {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: ObjectCounts,
  ) {}

  /** Objects weigh 1 for a router; values that are part of their parent weigh nothing. */
  ofType(type: GraphQLNamedType): ConstDirectiveNode[] {
    return isObjectType(type) && type !== this.schema.getQueryType() && !this.model.isObject(type)
      ? [directive("cost", "weight", 0)]
      : [];
  }

  field(node: FieldDefinitionNode, parent: GraphQLNamedType): FieldDefinitionNode {
    // What belongs to others is priced by them.
    if (node.directives?.some(({ name }) => name.value === "external")) return node;
    const type = this.schema.getType(named(node.type).name.value) as GraphQLNamedType;
    const own: ConstDirectiveNode[] = [];
    // The weight that objects have anyway, said where it is about calculations. Interfaces take no @cost.
    if (!isInterfaceType(parent) && this.computes(parent, type))
      own.push(directive("cost", "weight", OBJECT_WEIGHT));
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (field !== undefined && isListNode(node.type) && !isLeafType(type)) {
      own.push(directive("listSize", "assumedSize", this.model.sizeOf(parent, field)));
    }
    const args = node.arguments ?? [];
    return {
      ...node,
      arguments: isInterfaceType(parent) ? args : args.map((argument) => this.input(argument)),
      directives: [...(node.directives ?? []), ...own],
    };
  }

  /** An object as an input weighs 1 for a router, in a list or not. Only those in lists ask for something each. */
  input(node: InputValueDefinitionNode): InputValueDefinitionNode {
    const type = this.schema.getType(named(node.type).name.value);
    if (!isInputObjectType(type) || isListNode(node.type)) return node;
    return { ...node, directives: [...(node.directives ?? []), directive("cost", "weight", 0)] };
  }

  /** A query that leads to a footprint, or a footprint that is computed when it is selected. */
  private computes(parent: GraphQLNamedType, type: GraphQLNamedType): boolean {
    if (parent === this.schema.getQueryType()) return hasFootprint(type);
    return type.name === FOOTPRINT;
  }
}

function hasFootprint(type: GraphQLNamedType): boolean {
  return (
    (isObjectType(type) || isInterfaceType(type)) &&
    Object.values(type.getFields()).some((field) => getNamedType(field.type).name === FOOTPRINT)
  );
}

function directive(name: string, argument: string, value: number): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: argument },
        value: { kind: Kind.INT, value: String(value) },
      },
    ],
  };
}

function named(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : named(type.type);
}

function isListNode(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE ? isListNode(type.type) : type.kind === Kind.LIST_TYPE;
}
