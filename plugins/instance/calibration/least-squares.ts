import { Matrix, solve } from "ml-matrix";

export interface Observation {
  /** Coefficients of the unknowns. */
  readonly of: readonly number[];
  readonly equals: number;
}

/** Unknowns that fit the observations best, each observation counting by its relative error. */
export function fitRelative(observations: readonly Observation[]): number[] {
  // Unknowns differ by many orders of magnitude: scaling columns keeps the solution exact.
  const scales = (observations[0]?.of ?? []).map(
    (_, column) =>
      Math.max(...observations.map(({ of, equals }) => Math.abs((of[column] ?? 0) / equals))) || 1,
  );
  const left = observations.map(({ of, equals }) =>
    of.map((value, i) => value / equals / (scales[i] as number)),
  );
  const right = observations.map(() => [1]);
  const solution = solve(new Matrix(left), new Matrix(right), true).to1DArray();
  return solution.map((value, i) => value / (scales[i] as number));
}

/** How many independent directions the coefficients span, exactly proportional ones counting once. */
export function rankOf(rows: readonly (readonly number[])[]): number {
  const basis: number[][] = [];
  for (const row of rows) {
    let rest = [...row];
    for (const unit of basis) {
      const along = rest.reduce((sum, value, i) => sum + value * (unit[i] as number), 0);
      rest = rest.map((value, i) => value - along * (unit[i] as number));
    }
    const length = Math.hypot(...rest);
    if (length > 1e-9 * Math.max(1, Math.hypot(...row))) basis.push(rest.map((value) => value / length));
  }
  return basis.length;
}
