import { createColors } from "picocolors";

/** How parts of an answer are set apart; plain where there is no colour. */
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
