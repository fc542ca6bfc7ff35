import { createColors } from "picocolors";

/** Styles of a terminal; plain without colours. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

export function styleFor(isColoured: boolean): Style {
  const { bold, dim, green, red } = createColors(isColoured);
  return { strong: bold, quiet: dim, good: green, bad: red };
}
