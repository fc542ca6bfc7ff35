import { Matrix, solve } from "ml-matrix";

export interface Observation {
  /** Coefficients of the unknowns. */
  readonly of: readonly number[];
  readonly equals: number;
}

/** Unknowns that fit the observations best, each observation counting by its relative error. They must tell every unknown. */
export function fitRelative(observations: readonly Observation[]): number[] {
  const scales = scalesOf(observations);
  const right = observations.map(() => [1]);
  const solution = solve(new Matrix(relativeRows(observations)), new Matrix(right)).to1DArray();
  return solution.map((value, i) => value / (scales[i] as number));
}

/** Coefficients over what they sum up to, columns scaled to at most one: unknowns differ by many orders of magnitude. */
export function relativeRows(observations: readonly Observation[]): number[][] {
  const scales = scalesOf(observations);
  return observations.map(({ of, equals }) => of.map((value, i) => value / equals / (scales[i] as number)));
}

function scalesOf(observations: readonly Observation[]): number[] {
  return (observations[0]?.of ?? []).map((_, column) => {
    let largest = 0;
    for (const { of, equals } of observations)
      largest = Math.max(largest, Math.abs((of[column] ?? 0) / equals));
    return largest || 1;
  });
}

/**
 * How many independent directions the coefficients span, exactly proportional ones counting once.
 * @param apart rows that differ by less are taken to be the same
 */
export function rankOf(rows: readonly (readonly number[])[], apart = 1e-9): number {
  const basis: number[][] = [];
  for (const row of rows) {
    let rest = [...row];
    for (const unit of basis) {
      const along = rest.reduce((sum, value, i) => sum + value * (unit[i] as number), 0);
      rest = rest.map((value, i) => value - along * (unit[i] as number));
    }
    const length = Math.hypot(...rest);
    if (length > apart * Math.max(1, Math.hypot(...row))) basis.push(rest.map((value) => value / length));
  }
  return basis.length;
}
