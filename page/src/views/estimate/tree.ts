import { type Amount, amountOf } from "../../text/amounts";
import type { CriterionText } from "../../text/criteria";

/** A component of a figure, with its own components. */
export interface TreeNode {
  /** Its path: indices in lists of components. */
  readonly path: readonly number[];
  readonly name: string;
  /** What another product contributes, for example "Instances PRO2-S"; null for a part. */
  readonly offer: string | null;
  /** In the criterion of the request; null if unknown. */
  readonly amount: Amount | null;
  readonly children: readonly TreeNode[];
}

/** Footprint and components in a response. */
export interface RawFootprint {
  readonly total?: Parameters<typeof amountOf>[0];
  readonly components?: readonly RawComponent[];
}
interface RawComponent {
  readonly name: string;
  readonly resource?: { readonly name: string; readonly product: { readonly name: string } } | null;
  readonly footprint?: RawFootprint;
}

/** Leaves out components below the depth of the document, which have only a name. */
export function treeOf(
  footprint: RawFootprint,
  criterion: CriterionText,
  above: readonly number[] = [],
): readonly TreeNode[] {
  return (footprint.components ?? []).flatMap(({ name, resource, footprint: own }, index) => {
    if (own?.total === undefined) return [];
    const path = [...above, index];
    return [
      {
        path,
        name,
        offer: resource ? `${resource.product.name} ${resource.name}` : null,
        amount: amountOf(own.total, criterion),
        children: treeOf(own, criterion, path),
      },
    ];
  });
}

/** The components along a path, the outermost first. */
export function nodesTo(tree: readonly TreeNode[], path: readonly number[]): readonly TreeNode[] {
  const [index, ...rest] = path;
  const node = index === undefined ? undefined : tree[index];
  return node === undefined ? [] : [node, ...nodesTo(node.children, rest)];
}

export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly isOpen: boolean;
  /** Position among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
}

export const keyOf = (path: readonly number[]): string => path.join(".");

/** The visible rows: not those below a closed row. */
export function rowsIn(tree: readonly TreeNode[], open: ReadonlySet<string>, level = 1): readonly TreeRow[] {
  return tree.flatMap((node, index) => {
    const isOpen = open.has(keyOf(node.path));
    const row = { node, level, isOpen, position: index + 1, siblings: tree.length };
    return [row, ...(isOpen ? rowsIn(node.children, open, level + 1) : [])];
  });
}
