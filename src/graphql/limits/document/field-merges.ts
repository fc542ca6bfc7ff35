import { Kind, type SelectionSetNode } from "graphql";
import type { Fragments } from "../fragments";

/**
 * How many pairs of fields claim one place in the answer: validation compares each of them. Expands fragments, so it
 * is computed only for operations whose breadth is known to be small. Stops above a maximum.
 */
export function mergesIn(root: SelectionSetNode, fragments: Fragments, maximum: number): number {
  let pairs = 0;
  const levels: SelectionSetNode[][] = [[root]];
  for (let level = levels.pop(); level !== undefined && pairs <= maximum; level = levels.pop()) {
    for (const same of fieldsByName(level, fragments).values()) {
      pairs += (same.count * (same.count - 1)) / 2;
      if (same.inner.length > 0) levels.push(same.inner);
    }
  }
  return pairs;
}

interface SameName {
  count: number;
  readonly inner: SelectionSetNode[];
}

function fieldsByName(sets: readonly SelectionSetNode[], fragments: Fragments): Map<string, SameName> {
  const found = new Map<string, SameName>();
  const open = [...sets];
  for (let set = open.pop(); set !== undefined; set = open.pop()) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) open.push(fragment.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        open.push(selection.selectionSet);
      } else {
        const name = (selection.alias ?? selection.name).value;
        const same = found.get(name) ?? { count: 0, inner: [] };
        same.count += 1;
        if (selection.selectionSet) same.inner.push(selection.selectionSet);
        found.set(name, same);
      }
    }
  }
  return found;
}
