import { type DocumentNode, type GraphQLError, Kind, type ValueNode, visit } from "graphql";
import { memo } from "../../core/helpers";

/** What graphql-js says of a field or argument that is not there, where its node is that of what lacks it. */
const LACKS_FIELD = /^Field "\w+\.(\w+)" of required type /;
const LACKS_ARGUMENT = /^Field "\w+" argument "(\w+)" of type /;

/**
 * Where in an argument something is wrong that was written in the document: `input.pools.0.nodes`, as it would be said of a
 * variable. Null for an error of something else.
 */
export function literalPlaces(document: DocumentNode): (error: GraphQLError) => string | null {
  const paths = memo(() => pathsOf(document));
  return ({ message, nodes }) => {
    const [node] = nodes ?? [];
    if (node === undefined) return null;
    const argument = node.kind === Kind.FIELD ? LACKS_ARGUMENT.exec(message)?.[1] : undefined;
    if (argument !== undefined) return argument;
    const path = paths().get(node);
    if (path === undefined) return null;
    const lacking = LACKS_FIELD.exec(message)?.[1];
    return lacking === undefined ? path : `${path}.${lacking}`;
  };
}

function pathsOf(document: DocumentNode): ReadonlyMap<object, string> {
  const paths = new Map<object, string>();
  const collect = (value: ValueNode, path: string): void => {
    paths.set(value, path);
    if (value.kind === Kind.LIST)
      for (const [at, one] of value.values.entries()) collect(one, `${path}.${at}`);
    if (value.kind !== Kind.OBJECT) return;
    for (const field of value.fields) {
      const inner = `${path}.${field.name.value}`;
      paths.set(field, inner);
      collect(field.value, inner);
    }
  };
  visit(document, { Argument: ({ name, value }) => collect(value, name.value) });
  return paths;
}
