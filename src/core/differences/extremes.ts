import type { Enclosure, Region } from "./enclosure";

/** A region in which the largest value may still lie, and the most that it can be there. */
interface Open extends Region {
  readonly most: number;
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
    const { most, seen, rest } = examine(of, region);
    found = Math.max(found, seen);
    if (rest !== null) insert(open, { ...rest, most });
  };
  look(of.whole);
  for (let left = Math.max(FEWEST_REGIONS, MOST_STEPS / of.length); open.length > 0; left--) {
    const next = open.pop() as Open;
    if (next.most <= found + tolerance || isEnough(found, next.most)) return found;
    if (left <= 0) return next.most;
    for (const half of halves(of, next)) look(half);
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

/** What can be said of a region: a value that is reached in it, and, where larger ones may be, what is left of it. */
function examine(of: Enclosure, region: Region): { most: number; seen: number; rest: Region | null } {
  const rest = { lows: region.lows.slice(), highs: region.highs.slice() };
  let { high } = of.over(rest);
  of.runBack();
  while (settle(of, rest)) {
    high = of.over(rest).high;
    of.runBack();
  }
  const { lows, highs } = rest;
  const isSettled = lows.every((low, index) => low === highs[index]);
  if (isSettled) return { most: high, seen: high, rest: null };
  const steepest = of.slopeLows.map((low, index) => Math.max(-low, of.slopeHighs[index] as number));
  const middle = lows.map((low, index) => (low + (highs[index] as number)) / 2);
  const around = steepest.reduce(
    (sum, slope, index) => sum + (slope * ((highs[index] as number) - (lows[index] as number))) / 2,
    0,
  );
  // The form of mean values: no point of the region is further from the middle than the steepest slopes lead.
  const atMiddle = of.at(middle);
  of.runBack();
  const corner = lows.map((low, index) =>
    (of.slopeHighs[index] as number) > 0 ? (highs[index] as number) : low,
  );
  return { most: Math.min(high, atMiddle + around), seen: Math.max(atMiddle, of.at(corner)), rest };
}

/** Sends to their end the quantities whose derivative keeps its sign. Says whether there were any. */
function settle(of: Enclosure, { lows, highs }: Region): boolean {
  let isAny = false;
  lows.forEach((low, index) => {
    const high = highs[index] as number;
    if (low === high) return;
    if ((of.slopeLows[index] as number) >= 0) lows[index] = high;
    else if ((of.slopeHighs[index] as number) <= 0) highs[index] = low;
    else return;
    isAny = true;
  });
  return isAny;
}

/** Cut across the quantity that leaves the most open. */
function halves(of: Enclosure, region: Region): Region[] {
  const { lows, highs } = region;
  of.over(region);
  of.runBack();
  const doubts = lows.map((low, index) => {
    const apart = (of.slopeHighs[index] as number) - (of.slopeLows[index] as number);
    return apart * ((highs[index] as number) - low);
  });
  const widest = doubts.indexOf(Math.max(...doubts));
  const middle = ((lows[widest] as number) + (highs[widest] as number)) / 2;
  const cut = (bound: Float64Array): Float64Array =>
    bound.map((at, index) => (index === widest ? middle : at));
  return [
    { lows, highs: cut(highs) },
    { lows: cut(lows), highs },
  ];
}
