import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isUnionType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from "graphql";
import { attachResolvers, type Resolvers } from "./attach-resolvers";
import { FEDERATION_DEFINITIONS } from "./definitions";
import { requireNamedFields } from "./require-fields";

/**
 * The executable schema of a subgraph: its own types, and what gateways ask it by, `_service` and `_entities`.
 * Who knows the entities sets the resolver of `_entities`.
 *
 * @param sdl prints its SDL for gateways
 * @throws Error with everything that is wrong with the document
 */
export function buildSubgraphSchema(
  document: DocumentNode,
  resolvers: Resolvers,
  sdl: () => string,
): GraphQLSchema {
  const federation = parse(`${FEDERATION_DEFINITIONS} ${gatewayQueries(document)}`, { noLocation: true });
  const definitions = [...document.definitions, ...federation.definitions];
  const schema = buildASTSchema({ kind: Kind.DOCUMENT, definitions });
  requireNamedFields(schema, document);
  attachResolvers(schema, resolvers);
  const service = schema.getQueryType()?.getFields()._service;
  if (service !== undefined) service.resolve = () => ({ sdl: sdl() });
  const entity = schema.getType("_Entity");
  if (isUnionType(entity)) entity.resolveType = ({ __typename: name }: { __typename: string }) => name;
  return schema;
}

/** Fields of the root, which may have none of its own, and the union of all that has a key. */
function gatewayQueries({ definitions }: DocumentNode): string {
  const objects = definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION);
  const entities = objects.filter(hasKey).map(({ name }) => name.value);
  const root = objects.some(({ name }) => name.value === "Query") ? "extend type Query" : "type Query";
  if (entities.length === 0) return `${root} { _service: _Service! }`;
  return `${root} { _entities(representations: [_Any!]!): [_Entity]! _service: _Service! }
    union _Entity = ${entities.join(" | ")}`;
}

function hasKey({ directives = [] }: ObjectTypeDefinitionNode): boolean {
  return directives.some(({ name }) => name.value === "key");
}
