import { type Amount, amountOf } from "../../text/amounts";
import type { CriterionText } from "../../text/criteria";

/** A component of a figure, with those that it is made of. */
export interface TreeNode {
  /** Its number in each list of components down to it. */
  readonly path: readonly number[];
  readonly name: string;
  /** What another product contributes, for example "Instances PRO2-S"; null for a part. */
  readonly offer: string | null;
  /** In the criterion that was asked for; null where that is unknown. */
  readonly amount: Amount | null;
  readonly children: readonly TreeNode[];
}

/** What the document answers on each of its levels. */
export interface RawFootprint {
  readonly total?: Parameters<typeof amountOf>[0];
  readonly components?: readonly RawComponent[];
}
interface RawComponent {
  readonly name: string;
  readonly resource?: { readonly name: string; readonly product: { readonly name: string } } | null;
  readonly footprint?: RawFootprint;
}

/** Components of which the document asks for no more than the name are left out: they are deeper than it goes. */
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

/** The components from the outermost to the one at the path. */
export function nodesTo(tree: readonly TreeNode[], path: readonly number[]): readonly TreeNode[] {
  const [index, ...rest] = path;
  const node = index === undefined ? undefined : tree[index];
  return node === undefined ? [] : [node, ...nodesTo(node.children, rest)];
}

export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
  readonly isOpen: boolean;
  /** Among those beside it, from 1. */
  readonly position: number;
  readonly siblings: number;
}

export const keyOf = (path: readonly number[]): string => path.join(".");

/** The rows that are shown: those below a closed one are not. */
export function rowsIn(tree: readonly TreeNode[], open: ReadonlySet<string>, level = 1): readonly TreeRow[] {
  return tree.flatMap((node, index) => {
    const isOpen = open.has(keyOf(node.path));
    const row = { node, level, isOpen, position: index + 1, siblings: tree.length };
    return [row, ...(isOpen ? rowsIn(node.children, open, level + 1) : [])];
  });
}
