/** A step between two totals. */
export interface Step {
  readonly name: string;
  readonly effect: number;
}

const MOST_STEPS = 8;

/** The strongest effects, and the sum of all others, so that they still sum to the difference. */
export function strongest(steps: readonly Step[]): readonly Step[] {
  if (steps.length <= MOST_STEPS) return steps;
  const others = steps.slice(MOST_STEPS - 1);
  const effect = others.reduce((sum, one) => sum + one.effect, 0);
  return [...steps.slice(0, MOST_STEPS - 1), { name: `${others.length} others together`, effect }];
}

/** A bar of the chart. */
export interface Row {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isTotal: boolean;
}

/** A waterfall from the first total to the second: each bar begins where the previous one ends. */
export function waterfallRows(
  names: readonly [string, string],
  first: number,
  second: number,
  steps: readonly Step[],
): Row[] {
  let at = first;
  const between = steps.map(({ name, effect }) => {
    const from = at;
    at += effect;
    return { name, from, to: at, isTotal: false };
  });
  return [
    { name: names[0], from: 0, to: first, isTotal: true },
    ...between,
    { name: names[1], from: 0, to: second, isTotal: true },
  ];
}
