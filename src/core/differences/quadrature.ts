import { getOrInsert } from "../helpers";

/** A rule of Gauss and Legendre for the integral over [0, 1]: exact for polynomials of degree 2n − 1. */
export interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const rules = new Map<number, Rule>();

/** The rule of n nodes, by Newton's iteration for the roots of P_n. Source: Abramowitz & Stegun 1964, 25.4.29. */
export function gaussLegendre(n: number): Rule {
  return getOrInsert(rules, n, () => {
    const points = Array.from({ length: n }, (_, index) => pointOf(n, index));
    return { nodes: points.map(({ node }) => node), weights: points.map(({ weight }) => weight) };
  });
}

function pointOf(n: number, index: number): { node: number; weight: number } {
  let x = Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
  for (let step = 0; step < 10; step++) {
    const { value, slope } = legendre(n, x);
    x -= value / slope;
  }
  const { slope } = legendre(n, x);
  return { node: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
}

/** P_n and its derivative, by the recurrence of three terms. */
function legendre(n: number, x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (n * (x * value - before)) / (x * x - 1) };
}

/** A function of [0, 1] into vectors, smooth but where its branches change. */
export interface Integrand {
  readonly dimension: number;
  /** What the slopes are not known any closer than. */
  readonly rounding: number;
  /** Holds until it is called again. */
  slopes(t: number): Float64Array;
  branches(t: number): string;
}

/** Rules are doubled until two agree; a subinterval on which the last two do not is cut. */
const FEWEST_NODES = 4;
const MOST_NODES = 32;
/** What two rules may differ by in all, as a share of the size of the whole: well above rounding. */
const AGREEMENT = 1e-12;

interface Subinterval {
  readonly from: number;
  readonly to: number;
}

/**
 * The integral of each component over [0, 1], or null where it does not settle, as over a pole.
 * Two rules must agree in every component and not of their sum, in which errors could cancel.
 *
 * @param mostSubintervals how often it may be cut, about twice for each kink.
 */
export function integrate(of: Integrand, mostSubintervals: number): Float64Array | null {
  const whole = { from: 0, to: 1 };
  const first = estimate(of, whole, FEWEST_NODES);
  const size = sizeOf(first);
  const total = new Float64Array(first.length);
  const open: Subinterval[] = [whole];
  for (let count = 0; open.length > 0; count++) {
    if (count >= mostSubintervals || !Number.isFinite(size)) return null;
    const subinterval = open.pop() as Subinterval;
    const kinked = of.branches(subinterval.from) !== of.branches(subinterval.to);
    const settled = kinked ? null : settle(of, subinterval, size);
    if (settled === null) open.push(...cut(of, subinterval));
    else addTo(total, settled, 1);
  }
  return total;
}

/** Two rules in a row that agree, measured by the size of the whole, or of the subinterval where all that there is lies in it. */
function settle(of: Integrand, subinterval: Subinterval, size: number): Float64Array | null {
  let coarse = estimate(of, subinterval, FEWEST_NODES);
  for (let n = 2 * FEWEST_NODES; n <= MOST_NODES; n *= 2) {
    const fine = estimate(of, subinterval, n);
    if (apart(coarse, fine) <= AGREEMENT * Math.max(size, sizeOf(fine)) + of.rounding) return fine;
    coarse = fine;
  }
  return null;
}

function estimate(of: Integrand, { from, to }: Subinterval, n: number): Float64Array {
  const { nodes, weights } = gaussLegendre(n);
  const sum = new Float64Array(of.dimension);
  for (let k = 0; k < n; k++) {
    const slopes = of.slopes(from + (nodes[k] as number) * (to - from));
    addTo(sum, slopes, (weights[k] as number) * (to - from));
  }
  return sum;
}

function addTo(sum: Float64Array, vector: Float64Array, weight: number): void {
  for (let index = 0; index < sum.length; index++)
    sum[index] = (sum[index] as number) + weight * (vector[index] as number);
}

/** Cuts where the branches change, to the last bit, or else in the middle. */
function cut(of: Integrand, { from, to }: Subinterval): Subinterval[] {
  const before = of.branches(from);
  const holds = (t: number): boolean => of.branches(t) === before;
  // A side that is the larger only for a while is seen at the nodes or not at all, and then it did not disturb.
  const nodes = gaussLegendre(MOST_NODES).nodes.map((node) => from + node * (to - from));
  const changed = holds(to) ? nodes.find((t) => !holds(t)) : to;
  const middle = (from + to) / 2;
  if (changed === undefined)
    return [
      { from, to: middle },
      { from: middle, to },
    ];
  const [last, first] = changeBetween(from, changed, holds);
  return [
    { from, to: last },
    { from: first, to },
  ];
}

/** The two neighbours between which what held at first does no longer. */
function changeBetween(from: number, to: number, holds: (t: number) => boolean): [number, number] {
  let [low, high] = [from, to];
  while (high - low > Number.EPSILON / 2) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return [low, high];
}

function sizeOf(vector: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index++) sum += Math.abs(vector[index] as number);
  return sum;
}

/** Size of the difference of two vectors. */
function apart(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++)
    sum += Math.abs((other[index] as number) - (one[index] as number));
  return sum;
}
