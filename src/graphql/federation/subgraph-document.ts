import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  visit,
} from "graphql";
import { withCosts } from "./cost-directives";

/** The lowest version of the specification that has all that is used here: @cost and @listSize came with it. */
const FEDERATION = "https://specs.apollo.dev/federation/v2.9";
const DIRECTIVES = ["@key", "@external", "@requires", "@shareable", "@cost", "@listSize"];

/** A subgraph must declare what is no directive of its federation version. */
const ONE_OF = "directive @oneOf on INPUT_OBJECT";

const SHAREABLE: ConstDirectiveNode = {
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: "shareable" },
  arguments: [],
};

/**
 * The document of a schema, with federation directives beside those that the classes carry.
 * Values, such as a footprint, are `@shareable`: another subgraph may answer with the same types.
 */
export function subgraphDocumentOf(schema: GraphQLSchema): DocumentNode {
  const shared: DocumentNode = visit(getDocumentNodeFromSchema(schema), {
    ObjectTypeDefinition: (type) =>
      isValue(type) ? { ...type, directives: [...(type.directives ?? []), SHAREABLE] } : undefined,
  });
  const imports = DIRECTIVES.map((name) => `"${name}"`).join(", ");
  const link = `extend schema @link(url: "${FEDERATION}", import: [${imports}])`;
  const head = parse(`${link} ${ONE_OF}`, { noLocation: true });
  return { ...shared, definitions: [...head.definitions, ...withCosts(shared, schema).definitions] };
}

function isExternal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === "external");
}

/** Neither a root, nor a thing with an identity, nor a resource of this graph, nor a part of another subgraph's. */
function isValue({ name, directives = [], interfaces = [], fields = [] }: ObjectTypeDefinitionNode): boolean {
  const isEntity = directives.some((one) => one.name.value === "key");
  return name.value !== "Query" && !isEntity && interfaces.length === 0 && !fields.some(isExternal);
}
