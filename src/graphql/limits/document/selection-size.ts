import { type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/** How large a selection is with its fragments expanded. */
export interface Shape {
  /** Levels of fields. */
  readonly depth: number;
  /** Levels of whatever opens a selection: fields, inline fragments, spreads. */
  readonly nesting: number;
  readonly aliases: number;
  /** Fields and fragments. */
  readonly breadth: number;
}

export const NO_SHAPE: Shape = { depth: 0, nesting: 0, aliases: 0, breadth: 0 };

/** The shape of each fragment, computed once: expanding them would take as long as they are large together. */
export function shapesOf(ordered: readonly FragmentDefinitionNode[]): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const { name, selectionSet } of ordered) shapes.set(name.value, shapeOf(selectionSet, shapes));
  return shapes;
}

/** Recursion follows the text alone, whose nesting is bounded before it is parsed. */
export function shapeOf({ selections }: SelectionSetNode, shapes: ReadonlyMap<string, Shape>): Shape {
  let { depth, nesting, aliases, breadth } = NO_SHAPE;
  for (const selection of selections) {
    const isField = selection.kind === Kind.FIELD;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? (shapes.get(selection.name.value) ?? NO_SHAPE)
        : selection.selectionSet
          ? shapeOf(selection.selectionSet, shapes)
          : NO_SHAPE;
    depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
    nesting = Math.max(nesting, inner.nesting + 1);
    aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
    breadth += inner.breadth + 1;
  }
  return { depth, nesting, aliases, breadth };
}
