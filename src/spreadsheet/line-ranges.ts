/** Most ranges of line numbers in a message. */
const MOST_RANGES = 12;

/** Numbers of lines, consecutive ones as ranges: `3-5, 9`, or of many `2, 9 and 4,988 more`. */
export function lineRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges.slice(0, MOST_RANGES);
  const more = ranges.slice(MOST_RANGES).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const text = shown.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(", ");
  return more === 0 ? text : `${text} and ${more.toLocaleString("en")} more`;
}
