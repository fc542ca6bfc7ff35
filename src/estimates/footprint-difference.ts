import { type Difference, type DifferenceRange, differenceOf, differenceRange } from "../core/differences";
import { type Criterion, type Footprint, HEADLINE, type Impact, totalOf } from "../core/footprint";
import type { Bound } from "../core/formulas";
import { getOrInsert, quotientOrNull } from "../core/helpers";
import type { Deadline } from "./session/deadline";

/** A second footprint minus a first; each criterion is computed once, when it is read. */
export class FootprintDifference {
  private readonly ranges = new Map<Criterion, DifferenceRange | null>();
  private readonly explanations = new Map<Criterion, Difference | null>();

  constructor(
    private readonly first: Footprint,
    private readonly second: Footprint,
    private readonly deadline: Deadline,
  ) {}

  /** Second less first, in the unit of the criterion; null where it is unknown in either. */
  amount(criterion: Criterion, bound: Bound): number | null {
    // The expected value is not worth a search for the ends.
    if (bound !== "expected") return this.range(criterion)?.[bound] ?? null;
    const amountOf = ({ parts }: Footprint): Impact[Criterion] => totalOf(parts)[criterion];
    const [first, second] = [amountOf(this.first), amountOf(this.second)];
    return first === null || second === null ? null : second.expected - first.expected;
  }

  /** Greenhouse gases, expected, as a ratio to those of the first; null where those are zero, or next to nothing. */
  get relative(): number | null {
    const [first, second] = [this.first, this.second].map(
      ({ parts }) => totalOf(parts)[HEADLINE].expected,
    ) as [number, number];
    return quotientOrNull(second - first, first);
  }

  /** How far it can be from what is expected; null where the criterion is unknown in either. */
  range(criterion: Criterion): DifferenceRange | null {
    return getOrInsert(this.ranges, criterion, () =>
      this.deadline.during(() => differenceRange(this.first, this.second, criterion)),
    );
  }

  /** The components and the numbers behind it, which are two views of one explanation; null as above. */
  explanation(criterion: Criterion): Difference | null {
    return getOrInsert(this.explanations, criterion, () =>
      this.deadline.during(() => differenceOf(this.first, this.second, criterion)),
    );
  }

  /** What the reader must know of the difference in greenhouse gases. */
  get notes(): string[] {
    const range = this.range(HEADLINE);
    return range === null || range.isSettled ? [] : [unsettled(range)];
  }
}

function unsettled({ low, high, factors: [strongest] }: DifferenceRange): string {
  const order = `It is not settled which of the two emits less: the difference can be from ${short(low)} to ${short(high)} kgCO2e.`;
  if (strongest === undefined) return order;
  const { name, confidence, range, unit } = strongest;
  return `${order} What decides most is "${name}" (${confidence.toLowerCase()}, ${short(range.low)} to ${short(range.high)} ${unit}).`;
}

/** Three figures are enough to see the sign and the size. */
function short(amount: number): string {
  return String(Number(amount.toPrecision(3)));
}
