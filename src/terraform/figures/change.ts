import {
  CRITERIA,
  type Criterion,
  type Explainable,
  type Footprint,
  HEADLINE,
  type Totals,
  totalOf,
} from "../../core/footprint";
import { type Range, subtract } from "../../core/formulas";
import { type Deadline, FootprintDifference } from "../../estimates";
import type { Figures } from "../report/report";

export function figuresOf({ parts }: Pick<Totals, "parts">): Figures {
  return totalOf(parts);
}

export function headlineOf({ parts }: Pick<Explainable, "parts">): Range {
  return totalOf(parts)[HEADLINE];
}

/** More than this is compared by its ends alone: the search for what both sides share would take longer than it is worth. */
const MOST_COMPONENTS = 4000;

/** What is more less what is less, with what both rest on moving together. */
export class Change {
  private readonly difference: FootprintDifference;
  private readonly isLarge: boolean;

  constructor(
    private readonly less: Footprint,
    private readonly more: Footprint,
    deadline: Deadline,
  ) {
    this.difference = new FootprintDifference(less, more, deadline);
    this.isLarge = less.components.length + more.components.length > MOST_COMPONENTS;
  }

  /** Null where it is unknown of either. */
  of(criterion: Criterion): Range | null {
    const [before, after] = [figuresOf(this.less)[criterion], figuresOf(this.more)[criterion]];
    if (before === null || after === null) return null;
    // Of one side alone, nothing is shared.
    if (this.isLarge || isZero(before) || isZero(after)) return subtract(after, before);
    const range = this.difference.range(criterion);
    return range === null ? null : { low: range.low, expected: range.expected, high: range.high };
  }

  get figures(): Figures {
    return Object.fromEntries(CRITERIA.map(({ field }) => [field, this.of(field)])) as unknown as Figures;
  }
}

function isZero({ low, high }: Range): boolean {
  return low === 0 && high === 0;
}
