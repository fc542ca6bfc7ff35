import type { Enclosure, Region } from "./enclosure";

/** A region in which the largest value may still lie, and the most that it can be there. */
interface Open extends Region {
  readonly most: number;
  /** The quantity that leaves the most open. */
  readonly widest: number;
}

/** Steps that a search may take, and the fewest regions that it looks at however long the formulas are. */
const MOST_STEPS = 200_000;
const FEWEST_REGIONS = 16;

/**
 * The largest value over all that the uncertain quantities can be: branch and bound with a monotonicity test
 * (Hansen & Walster, *Global Optimization Using Interval Analysis*, 2004, chapters 8 to 12).
 *
 * A quantity whose derivative keeps its sign goes to the end where the value is largest; the others are cut in two until
 * no region can hold anything larger than what was found, within `tolerance`. A search that is given up returns the most
 * that the value can be: the result is never too small by more than the tolerance.
 */
export function largest(of: Enclosure, tolerance: number): number {
  return search(of, tolerance, () => false);
}

/** Whether the largest value is more than a bound: known long before it is found, but where the two are close. */
export function exceeds(of: Enclosure, tolerance: number, bound: number): boolean {
  return search(of, tolerance, (found, most) => found > bound || most <= bound) > bound;
}

/** @param isEnough whether no more needs to be known than what was found and the most that there can be */
function search(
  of: Enclosure,
  tolerance: number,
  isEnough: (found: number, most: number) => boolean,
): number {
  let found = Number.NEGATIVE_INFINITY;
  /** By the most that they can hold, the one with the most last. */
  const open: Open[] = [];
  const look = (region: Region): void => {
    const { seen, rest } = examine(of, region);
    found = Math.max(found, seen);
    if (rest !== null) insert(open, rest);
  };
  look(of.whole);
  for (let left = Math.max(FEWEST_REGIONS, MOST_STEPS / of.length); open.length > 0; left--) {
    const next = open.pop() as Open;
    if (next.most <= found + tolerance || isEnough(found, next.most)) return found;
    if (left <= 0) return next.most;
    for (const half of halves(next)) look(half);
  }
  return found;
}

/** Into its place, after all that can hold no more: there may be thousands. */
function insert(open: Open[], one: Open): void {
  let [from, to] = [0, open.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((open[middle] as Open).most <= one.most) from = middle + 1;
    else to = middle;
  }
  open.splice(from, 0, one);
}

/**
 * What can be said of a region: a value that is reached in it, and, where larger ones may be, what is left of it. Here and below in
 * plain loops: a search looks at thousands of regions, and arrays of numbers are slow to map.
 */
function examine(of: Enclosure, { lows: from, highs: to }: Region): { seen: number; rest: Open | null } {
  const [lows, highs] = [from.slice(), to.slice()];
  const rest = { lows, highs };
  let { high } = of.over(rest);
  of.runBack();
  while (settle(of, rest)) {
    high = of.over(rest).high;
    of.runBack();
  }
  const middle = new Float64Array(lows.length);
  let isSettled = true;
  let around = 0;
  for (let index = 0; index < lows.length; index++) {
    const [low, top] = [lows[index] as number, highs[index] as number];
    if (low !== top) isSettled = false;
    middle[index] = (low + top) / 2;
    const steepest = Math.max(-(of.slopeLows[index] as number), of.slopeHighs[index] as number);
    around += (steepest * (top - low)) / 2;
  }
  if (isSettled) return { seen: high, rest: null };
  const widest = widestOf(of, rest);
  // The form of mean values: no point of the region is further from the middle than the steepest slopes lead.
  const atMiddle = of.at(middle);
  of.runBack();
  const most = Math.min(high, atMiddle + around);
  return { seen: Math.max(atMiddle, of.at(cornerOf(of, rest))), rest: { lows, highs, most, widest } };
}

/** Where the slopes of the last run lead uphill. */
function cornerOf({ slopeHighs }: Enclosure, { lows, highs }: Region): Float64Array {
  const corner = lows.slice();
  for (let index = 0; index < corner.length; index++)
    if ((slopeHighs[index] as number) > 0) corner[index] = highs[index] as number;
  return corner;
}

/** Sets quantities whose derivative keeps its sign to the respective end. Returns whether there were any. */
function settle({ slopeLows, slopeHighs }: Enclosure, { lows, highs }: Region): boolean {
  let isAny = false;
  for (let index = 0; index < lows.length; index++) {
    const [low, high] = [lows[index] as number, highs[index] as number];
    if (low === high) continue;
    if ((slopeLows[index] as number) >= 0) lows[index] = high;
    else if ((slopeHighs[index] as number) <= 0) highs[index] = low;
    else continue;
    isAny = true;
  }
  return isAny;
}

/** The quantity that leaves the most open in the region of the last run. */
function widestOf({ slopeLows, slopeHighs }: Enclosure, { lows, highs }: Region): number {
  let [widest, most] = [0, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < lows.length; index++) {
    const apart = (slopeHighs[index] as number) - (slopeLows[index] as number);
    const doubt = apart * ((highs[index] as number) - (lows[index] as number));
    if (doubt > most) [widest, most] = [index, doubt];
  }
  return widest;
}

/** Cut across the quantity that leaves the most open. */
function halves({ lows, highs, widest }: Open): Region[] {
  const middle = ((lows[widest] as number) + (highs[widest] as number)) / 2;
  const [lower, upper] = [highs.slice(), lows.slice()];
  lower[widest] = middle;
  upper[widest] = middle;
  return [
    { lows, highs: lower },
    { lows: upper, highs },
  ];
}
