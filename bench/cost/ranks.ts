/** Spearman's rank correlation of two lists, ties at their mean rank. */
export function rankCorrelation(xs: readonly number[], ys: readonly number[]): number {
  return correlation(ranksOf(xs), ranksOf(ys));
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1] as number] === values[order[first] as number])
      last++;
    for (let at = first; at <= last; at++) ranks[order[at] as number] = (first + last) / 2;
    first = last + 1;
  }
  return ranks;
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  xs.forEach((x, index) => {
    const y = ys[index] as number;
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}
