/** A table, for people and for spreadsheets. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly isNumber?: boolean;
}

/** A node of a tree, with lines of its own below it. */
export interface TreeNode {
  readonly text: string;
  /** What stands at the right: a figure. */
  readonly figure?: string;
  readonly lines?: readonly string[];
  readonly children: readonly TreeNode[];
}

/** A piece of an answer as people read it. */
export type Block =
  /** The one figure that was asked for. */
  | { readonly kind: "figure"; readonly figure: string; readonly range: string; readonly of: string }
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "facts";
      readonly title?: string;
      readonly facts: readonly (readonly [name: string, value: string])[];
    }
  | { readonly kind: "table"; readonly title?: string; readonly table: Table }
  | { readonly kind: "list"; readonly title: string; readonly items: readonly string[] }
  | { readonly kind: "tree"; readonly title?: string; readonly nodes: readonly TreeNode[] };

/** An answer in all the ways that it can be printed. */
export interface Report {
  /** As JSON: the answer itself. */
  readonly answer: unknown;
  /** As CSV: figures in the units that the columns name, not rounded. */
  readonly csv: Table;
  /** As text and as Markdown. */
  readonly blocks: readonly Block[];
}
