import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** How large a selection is with its fragments expanded. */
export interface SelectionSize {
  /** Levels of fields. */
  readonly depth: number;
  /** Levels of whatever opens a selection: fields, inline fragments, spreads. */
  readonly nesting: number;
  readonly aliases: number;
  /** Fields and fragments. */
  readonly breadth: number;
}

export const NO_SIZE: SelectionSize = { depth: 0, nesting: 0, aliases: 0, breadth: 0 };

/** The size of each fragment, computed once: expanding them would take as long as they are large together. */
export function sizesOfFragments(
  ordered: readonly FragmentDefinitionNode[],
): ReadonlyMap<string, SelectionSize> {
  const sizes = new Map<string, SelectionSize>();
  for (const { name, selectionSet } of ordered) sizes.set(name.value, sizeOfSelection(selectionSet, sizes));
  return sizes;
}

/** Recursion follows the text alone, whose nesting is bounded before it is parsed. */
export function sizeOfSelection(
  { selections }: SelectionSetNode,
  sizes: ReadonlyMap<string, SelectionSize>,
): SelectionSize {
  let { depth, nesting, aliases, breadth } = NO_SIZE;
  for (const selection of selections) {
    const isField = selection.kind === Kind.FIELD;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? (sizes.get(selection.name.value) ?? NO_SIZE)
        : selection.selectionSet
          ? sizeOfSelection(selection.selectionSet, sizes)
          : NO_SIZE;
    depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
    nesting = Math.max(nesting, inner.nesting + 1);
    aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    breadth += inner.breadth + 1;
  }
  return { depth, nesting, aliases, breadth };
}
