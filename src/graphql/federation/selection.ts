import { type FieldNode, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";

/** The fields of a `@requires` as nested names, in the order they were written. */
export type Selection = ReadonlyMap<string, Selection>;

export function selectionOf(text: string): Selection {
  const [operation] = parse(`{ ${text} }`).definitions as [OperationDefinitionNode];
  return read(operation.selectionSet);
}

function read(set: SelectionSetNode | undefined): Selection {
  const fields = (set?.selections ?? []) as readonly FieldNode[];
  return new Map(fields.map((field) => [field.name.value, read(field.selectionSet)]));
}

/** The selection with a field more; names of it that are there already are not repeated. */
export function withPath(selection: Selection, [first, ...rest]: readonly string[]): Selection {
  if (first === undefined) return selection;
  return new Map([...selection, [first, withPath(selection.get(first) ?? new Map(), rest)]]);
}

export function printSelection(selection: Selection): string {
  return [...selection]
    .map(([name, of]) => (of.size === 0 ? name : `${name} { ${printSelection(of)} }`))
    .join(" ");
}

/** Its leaves, each as names with dots between. */
export function pathsOf(selection: Selection): string[] {
  return [...selection].flatMap(([name, of]) =>
    of.size === 0 ? [name] : pathsOf(of).map((path) => `${name}.${path}`),
  );
}
