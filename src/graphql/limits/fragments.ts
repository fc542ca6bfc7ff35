import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** The fragments of a document by name, the first where a name is taken twice. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    if (!fragments.has(definition.name.value)) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/**
 * The fragments in an order in which each comes after those that it spreads, so that what is computed of them once
 * is there when it is needed; null when they spread each other in a circle. Without recursion from one fragment to
 * the next: a chain may be long.
 */
export function inOrder(fragments: Fragments): readonly FragmentDefinitionNode[] | null {
  const waiting = new Map<string, number>();
  const spreadIn = new Map<string, string[]>();
  for (const [name, { selectionSet }] of fragments) {
    const spreads = [...new Set(spreadNames(selectionSet))].filter((spread) => fragments.has(spread));
    waiting.set(name, spreads.length);
    for (const spread of spreads) spreadIn.set(spread, [...(spreadIn.get(spread) ?? []), name]);
  }
  const ready = [...fragments.keys()].filter((name) => waiting.get(name) === 0);
  const ordered: FragmentDefinitionNode[] = [];
  for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
    ordered.push(fragments.get(name) as FragmentDefinitionNode);
    for (const user of spreadIn.get(name) ?? []) {
      const left = (waiting.get(user) ?? 0) - 1;
      waiting.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  return ordered.length === fragments.size ? ordered : null;
}

/** The names of the fragments that a selection spreads, as often as it does. */
export function* spreadNames({ selections }: SelectionSetNode): Generator<string> {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) yield selection.name.value;
    else if (selection.selectionSet) yield* spreadNames(selection.selectionSet);
  }
}
