import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from "graphql";

/** The lowest version of the specification that has all that is used here. */
const FEDERATION = "https://specs.apollo.dev/federation/v2.3";
const DIRECTIVES = ["@key", "@external", "@requires", "@shareable"];

/** A subgraph must declare what is no directive of its federation version. */
const ONE_OF = "directive @oneOf on INPUT_OBJECT";

const SHAREABLE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "shareable" },
  arguments: [],
};

/**
 * SDL with federation directives from SDL with those that the classes carry.
 * Values, such as a footprint, are `@shareable`: another subgraph may answer with the same types.
 */
export function subgraphSdlOf(sdl: string): string {
  const shared = visit(parse(sdl), {
    ObjectTypeDefinition: (type) => {
      if (isOwnedElsewhere(type)) return describedByOwner(type);
      return isValue(type) ? { ...type, directives: [...(type.directives ?? []), SHAREABLE] } : undefined;
    },
  });
  const imports = DIRECTIVES.map((name) => `"${name}"`).join(", ");
  const link = `extend schema @link(url: "${FEDERATION}", import: [${imports}])`;
  return `${[link, ONE_OF, print(shared)].join("\n\n")}\n`;
}

function isOwnedElsewhere({ fields = [] }: ObjectTypeDefinitionNode): boolean {
  return fields.some(isExternal);
}

function isExternal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === "external");
}

/**
 * The type and its key without our words. A composer keeps one description of a name: ours would take the place of the
 * owner's. Those of external fields are not composed, so they stay for whoever reads this subgraph.
 */
function describedByOwner(type: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  const { description: _ours, ...undescribed } = type;
  const fields = (type.fields ?? []).map((field) => {
    const { description: _of, ...bare } = field;
    return field.name.value === "id" ? bare : field;
  });
  return { ...undescribed, fields };
}

/** Neither a root, nor a thing with an identity, nor a resource of this graph. */
function isValue({ name, directives = [], interfaces = [] }: ObjectTypeDefinitionNode): boolean {
  const isEntity = directives.some((one) => one.name.value === "key");
  return name.value !== "Query" && !isEntity && interfaces.length === 0;
}
