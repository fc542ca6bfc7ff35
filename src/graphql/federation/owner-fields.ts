import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  parseConstValue,
  parseType,
  print,
  type TypeNode,
  visit,
} from "graphql";
import type { OptionalField, PluginEntity, ProductPlugin } from "../../core/contract";
import { typesOf } from "../product";
import { pathsOf, printSelection, selectionOf, withPath } from "./selection";

/** What the owner of an entity has of a field: `Cluster.pools.zone: String!`. */
export interface OwnerField {
  readonly entity: PluginEntity;
  readonly path: readonly string[];
  /** SDL of the owner's type; null for what this graph takes it for. */
  readonly type: string | null;
  /** Null for a field that every owner must have. */
  readonly optional: OptionalField | null;
}

const SETTING = "FOOTPRINT_ENTITY_FIELDS";
/** Types that an owner's field can have without this graph knowing more of the owner. */
const TYPE = /^(ID|String|Int|Float|LanguageModel)!?$/;

/**
 * Reads further fields that owners provide, or other types of fields.
 *
 * @param settings such as `Cluster.pools.zone` or `Volume.sizeGb: Int!`
 * @throws Error for a field of which no entity makes anything, or a type that cannot be
 */
export function ownerFieldsOf(plugins: readonly ProductPlugin[], settings: readonly string[]): OwnerField[] {
  const entities = plugins.flatMap((plugin) => typesOf(plugin).entity ?? []);
  return settings.map((setting) => {
    const [place = "", type = null] = setting.split(":").map((part) => part.trim());
    const [name, ...path] = place.split(".");
    const entity = entities.find((one) => one.type.name === name);
    if (entity === undefined || !pathsIn(entity).includes(path.join("."))) {
      const known = entities.flatMap((one) => pathsIn(one).map((field) => `${one.type.name}.${field}`));
      throw new Error(`${SETTING}: there is no use for "${place}". There are ${known.join(", ")}.`);
    }
    const optional = entity.optional?.find((one) => one.path === path.join(".")) ?? null;
    const isModel = type?.startsWith("LanguageModel") && optional?.type !== "LanguageModel";
    if (type !== null && (isModel || !TYPE.test(type))) {
      throw new Error(
        `${SETTING}: the type of ${place} must be ID, String, Int or Float, or LanguageModel of a model, with or without "!", got "${type}".`,
      );
    }
    return { entity, path, type, optional };
  });
}

/** What the footprint of an entity requires, with what its owner has besides. */
export function requiresOf(entity: PluginEntity, fields: readonly OwnerField[]): string {
  let selection = selectionOf(entity.requires);
  for (const field of fields) {
    if (field.entity !== entity || field.optional === null) continue;
    const leaf = typeOf(field).startsWith("LanguageModel") ? [...field.path, "id"] : field.path;
    selection = withPath(selection, leaf);
  }
  return printSelection(selection);
}

/** The document of a subgraph with these fields as their owners have them. */
export function withOwnerFields(subgraph: DocumentNode, fields: readonly OwnerField[]): DocumentNode {
  if (fields.length === 0) return subgraph;
  let document = subgraph;
  for (const field of fields) {
    const { entity, path, optional } = field;
    const types = new Map(
      document.definitions.flatMap((one): [string, ObjectTypeDefinitionNode][] =>
        one.kind === Kind.OBJECT_TYPE_DEFINITION ? [[one.name.value, one]] : [],
      ),
    );
    let owner = entity.type.name;
    for (const step of path.slice(0, -1)) owner = namedIn(fieldOf(types, owner, step).type);
    const name = path[path.length - 1] as string;
    document = visit(document, {
      ObjectTypeDefinition(type) {
        if (type.name.value !== owner) return undefined;
        const others = (type.fields ?? []).filter((one) => one.name.value !== name);
        const existing = (type.fields ?? []).find((one) => one.name.value === name);
        const node = existing ?? externalField(name, optional);
        return { ...type, fields: [...others, { ...node, type: parseType(field.type ?? print(node.type)) }] };
      },
    });
  }
  return withRequires(document, fields);
}

function withRequires(document: DocumentNode, fields: readonly OwnerField[]): DocumentNode {
  const requires = new Map(
    fields.map(({ entity }) => [entity.type.name, requiresOf(entity, fields)] as const),
  );
  return visit(document, {
    ObjectTypeDefinition(type) {
      const required = requires.get(type.name.value);
      return required === undefined ? false : undefined;
    },
    Directive(directive, _key, _parent, _path, ancestors) {
      if (directive.name.value !== "requires") return undefined;
      const owner = ancestors.find(
        (one): one is ObjectTypeDefinitionNode => "kind" in one && one.kind === Kind.OBJECT_TYPE_DEFINITION,
      );
      const value = parseConstValue(JSON.stringify(requires.get(owner?.name.value ?? "")));
      return { ...directive, arguments: directive.arguments?.map((one) => ({ ...one, value })) };
    },
  });
}

function externalField(name: string, optional: OptionalField | null): FieldDefinitionNode {
  const { type = "String", description = "" } = optional ?? {};
  const sdl = `type T { ${JSON.stringify(description)} ${name}: ${type} @external }`;
  return (parse(sdl).definitions[0] as ObjectTypeDefinitionNode).fields?.[0] as FieldDefinitionNode;
}

function fieldOf(
  types: ReadonlyMap<string, ObjectTypeDefinitionNode>,
  type: string,
  name: string,
): FieldDefinitionNode {
  const found = types.get(type)?.fields?.find((one) => one.name.value === name);
  if (found === undefined) throw new Error(`${type} has no field ${name}`);
  return found;
}

function namedIn(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}

function typeOf({ type, optional }: OwnerField): string {
  return type ?? optional?.type ?? "";
}

/** All that the footprint of an entity can be computed from. */
function pathsIn({ requires, optional = [] }: PluginEntity): string[] {
  return [...pathsOf(selectionOf(requires)), ...optional.map(({ path }) => path)];
}
