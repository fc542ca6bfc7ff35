/** A table, for people and for spreadsheets. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | null;

export interface Column {
  readonly title: string;
  /** Numbers are right-aligned. */
  readonly isNumber?: boolean;
}

/** A node of a tree, with child nodes. */
export interface TreeNode {
  readonly text: string;
  /** Right-aligned figure. */
  readonly figure?: string;
  readonly lines?: readonly string[];
  readonly children: readonly TreeNode[];
}

/** A block of a report. */
export type Block =
  /** The main figure. */
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

/** A result in all output formats. */
export interface Report {
  /** For JSON: the result itself. */
  readonly answer: unknown;
  /** For CSV: unrounded figures in the units of the columns. */
  readonly csv: Table;
  /** For text and Markdown. */
  readonly blocks: readonly Block[];
}
