import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  isTypeSystemDefinitionNode,
  isTypeSystemExtensionNode,
  Kind,
  parse,
} from "graphql";

/** A text that is not the schema it should be; its message is one line. */
export class NotSdl extends Error {}

export interface SdlDocument {
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  /** Whether it says of itself that it is a subgraph: by `@link`, or by the directives of federation. */
  readonly isSubgraph: boolean;
}

/** Directives of federation that a schema applies; a schema that imports none of them has them with a prefix. */
const FEDERATION_DIRECTIVES = new Set(
  "link key requires provides external tag extends shareable inaccessible override composeDirective interfaceObject authenticated requiresScopes policy context fromContext cost listSize cacheTag".split(
    " ",
  ),
);
const FEDERATION_TYPES = /^(_Any|_Entity|_Service|_?FieldSet|(federation|link)__\w+)$/;
const FEDERATION_FIELDS = new Set(["_entities", "_service"]);

/** @throws NotSdl */
export function readSdl(text: string): SdlDocument {
  try {
    return read(parse(text));
  } catch (error) {
    if (error instanceof NotSdl) throw error;
    throw new NotSdl(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const [reason = ""] = (error as Error).message.split("\n");
  const at = error instanceof GraphQLError ? error.locations?.[0] : undefined;
  return at ? `${reason} (line ${at.line}, column ${at.column})` : reason;
}

function read(whole: DocumentNode): SdlDocument {
  const foreign = whole.definitions.find(
    (node) => !isTypeSystemDefinitionNode(node) && !isTypeSystemExtensionNode(node),
  );
  // A document of operations builds a schema without a type, which every schema is compatible with.
  if (foreign) throw new NotSdl("it holds operations or fragments, which a schema has not");
  const document = withoutMachinery(whole);
  const isSubgraph = appliesFederation(whole);
  // The directives of federation are not defined in a subgraph's file, so its SDL is not valid by itself.
  const schema = buildASTSchema(document, isSubgraph ? { assumeValidSDL: true, assumeValid: true } : {});
  if (!schema.getQueryType()) throw new NotSdl("it has no query type");
  return { document, schema, isSubgraph };
}

export function federationName(directive: string): string | null {
  const name = directive.replace(/^federation__/, "");
  return FEDERATION_DIRECTIVES.has(name) ? name : null;
}

function appliesFederation({ definitions }: DocumentNode): boolean {
  return definitions.some((node) => {
    if (!("directives" in node) || !node.directives) return false;
    const fields = "fields" in node ? (node.fields ?? []) : [];
    return [node, ...fields].some(({ directives }) =>
      directives?.some(({ name }) => federationName(name.value) !== null),
    );
  });
}

/** A running subgraph prints what federation adds to every schema, a file leaves it out: it is compared in neither. */
function withoutMachinery(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.filter((node) => !isMachinery(node)).map(withoutMachineryFields);
  return { ...document, definitions };
}

function isMachinery(node: DefinitionNode): boolean {
  if (!("name" in node) || node.name === undefined) return false;
  const { value } = node.name;
  return node.kind === Kind.DIRECTIVE_DEFINITION
    ? federationName(value) !== null
    : FEDERATION_TYPES.test(value);
}

function withoutMachineryFields(node: DefinitionNode): DefinitionNode {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return node;
  return { ...node, fields: (node.fields ?? []).filter(({ name }) => !FEDERATION_FIELDS.has(name.value)) };
}
