import {
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  type NameNode,
  type ObjectTypeDefinitionNode,
  visit,
} from "graphql";
import { rememberPlainName } from "./plain-name";

const ROOT = "Query";

/** Names of a subgraph's own types and queries, with something before them that no neighbour's names begin with. */
export class Names {
  private readonly types: ReadonlyMap<string, string>;
  private readonly queries: readonly string[];

  /**
   * @param prefix null for the names as they are
   * @param foreign entities that others own: their names are not ours to change
   * @throws Error when a name with the prefix is that of another type
   */
  constructor(
    private readonly prefix: string | null,
    document: DocumentNode,
    foreign: ReadonlySet<string>,
  ) {
    const ours = prefix === null ? [] : document.definitions.flatMap((one) => ownType(one, foreign));
    this.types = new Map(ours.map((name) => [name, this.ofType(name)]));
    this.queries = document.definitions.flatMap((one) =>
      one.kind === Kind.OBJECT_TYPE_DEFINITION && one.name.value === ROOT
        ? (one.fields ?? []).map(({ name }) => name.value)
        : [],
    );
    for (const [name, other] of this.types)
      if (name !== other && this.types.has(other))
        throw new Error(
          `FOOTPRINT_PREFIX: with "${prefix}", ${name} would be ${other}, which is another type`,
        );
  }

  type(plain: string): string {
    return this.types.get(plain) ?? plain;
  }

  /** A document of the plain names with these. */
  in(document: DocumentNode): DocumentNode {
    if (this.prefix === null) return document;
    const own = <Node extends { readonly name: NameNode }>(node: Node): Node => ({
      ...node,
      name: nameNode(this.type(node.name.value)),
    });
    return visit(document, {
      NamedType: { leave: own },
      ObjectTypeDefinition: {
        leave: (node) =>
          node.name.value === ROOT
            ? { ...node, fields: node.fields?.map((field) => this.query(field)) ?? [] }
            : own(node),
      },
      InterfaceTypeDefinition: { leave: own },
      InputObjectTypeDefinition: { leave: own },
      EnumTypeDefinition: { leave: own },
    });
  }

  /** Resolvers of the plain names with these; an interface resolves to the new names of its objects. */
  resolvers(plain: Readonly<Record<string, object>>): Record<string, object> {
    const named = Object.entries(plain).map(([type, resolvers]) => {
      if (type === ROOT) return [type, mapKeys(resolvers, (query) => this.ofQuery(query))];
      if (!("__resolveType" in resolvers)) return [this.type(type), resolvers];
      const resolveType = resolvers.__resolveType as (...args: unknown[]) => string | Promise<string>;
      const tell = (...args: unknown[]) => {
        const name = resolveType(...args);
        return typeof name === "string" ? this.type(name) : name.then((one) => this.type(one));
      };
      return [this.type(type), { ...resolvers, __resolveType: tell }];
    });
    return Object.fromEntries(named);
  }

  /** Lets an executable schema know its plain names: by those, the lengths of its lists are known. */
  remember(schema: GraphQLSchema): void {
    for (const [plain, name] of this.types) {
      const type = schema.getType(name);
      if (type !== undefined) rememberPlainName(type, plain);
    }
    const queries = schema.getQueryType()?.getFields() ?? {};
    for (const plain of this.queries) {
      const query = queries[this.ofQuery(plain)];
      if (query !== undefined) rememberPlainName(query, plain);
    }
  }

  private query(field: FieldDefinitionNode): FieldDefinitionNode {
    return { ...field, name: nameNode(this.ofQuery(field.name.value)) };
  }

  /** What begins with the prefix has it already. */
  private ofType(name: string): string {
    return this.prefix === null || name.startsWith(this.prefix) ? name : `${this.prefix}${name}`;
  }

  private ofQuery(name: string): string {
    if (this.prefix === null) return name;
    return `${this.prefix.charAt(0).toLowerCase()}${this.prefix.slice(1)}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  }
}

/** Composers merge scalars of all subgraphs. */
function ownType(one: DefinitionNode, foreign: ReadonlySet<string>): string[] {
  switch (one.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return one.name.value === ROOT || foreign.has(one.name.value) || isPartOfAnother(one)
        ? []
        : [one.name.value];
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      return [one.name.value];
    default:
      return [];
  }
}

function isPartOfAnother({ fields = [] }: ObjectTypeDefinitionNode): boolean {
  return fields.some(({ directives }) => directives?.some(({ name }) => name.value === "external"));
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function mapKeys(of: object, key: (name: string) => string): object {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [key(name), value]));
}
