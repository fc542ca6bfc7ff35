/** One thing wrong in a data file: where, and what. Rows count from 1, the header being row 1. */
export interface Problem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly problem: string;
}

export function describeProblem({ file, row, column, problem }: Problem): string {
  const place = [file, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`];
  return `${place.filter((part) => part !== null).join(", ")}: ${problem}`;
}

/** All problems found in the data, so that an operator can correct them in one go. */
export class DataError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(`The data cannot be used:\n${problems.map((one) => `  ${describeProblem(one)}`).join("\n")}`);
    this.name = "DataError";
  }
}
