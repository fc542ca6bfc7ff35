import { exactly, isZero, type Range } from "../../formulas";
import { type Amounts, addCell, addTimes, addTo, CELL, nothing, times } from "./amounts";
import { type Impact, impactOf, type NumberIn, type Stage } from "./impact";

export type Stages = Readonly<Record<Stage, Impact>>;

const MANUFACTURING = 0;
const USAGE = 1;
const OPERATIONAL_MANUFACTURING = 2;
const OPERATIONAL_USE = 3;
const CELLS = 4;

/** Equipment that runs the resource gives manufacturing and usage; everything cross-cutting is operational. */
export type Charged = "equipment" | "operational";

const CELL_OF: Readonly<Record<Charged, Readonly<Record<Stage, number>>>> = {
  equipment: { manufacturing: MANUFACTURING, use: USAGE },
  operational: { manufacturing: OPERATIONAL_MANUFACTURING, use: OPERATIONAL_USE },
};

const inCell =
  (cell: number): NumberIn =>
  (parts, place) =>
    parts.at(CELL * cell + place);

/** Sums are added in one order, wherever they are read: they are the same to the last digit. */
const inBoth =
  (one: NumberIn, other: NumberIn): NumberIn =>
  (parts, place) =>
    one(parts, place) + other(parts, place);

const IN_MANUFACTURING = inCell(MANUFACTURING);
const IN_USAGE = inCell(USAGE);
const IN_OPERATIONAL_MANUFACTURING = inCell(OPERATIONAL_MANUFACTURING);
const IN_OPERATIONAL_USE = inCell(OPERATIONAL_USE);
const IN_OPERATIONAL = inBoth(IN_OPERATIONAL_MANUFACTURING, IN_OPERATIONAL_USE);
const IN_ALL = inBoth(inBoth(IN_MANUFACTURING, IN_USAGE), IN_OPERATIONAL);
const IN_ALL_MANUFACTURING = inBoth(IN_MANUFACTURING, IN_OPERATIONAL_MANUFACTURING);
const IN_ALL_USE = inBoth(IN_USAGE, IN_OPERATIONAL_USE);

/**
 * The three headline parts, the last split by stage: their sum is the total, by construction. Sums, multiples and shares of
 * all sizes are sums of these alone; components explain them.
 */
export abstract class Parts {
  abstract readonly amounts: Amounts;

  /** One of the amounts, without the others. */
  abstract at(place: number): number;

  /** Adds each amount to a sum. */
  abstract addTo(sum: Amounts): void;

  get manufacturing(): Impact {
    return impactOf(this, IN_MANUFACTURING);
  }

  get usage(): Impact {
    return impactOf(this, IN_USAGE);
  }

  get operational(): Stages {
    return {
      manufacturing: impactOf(this, IN_OPERATIONAL_MANUFACTURING),
      use: impactOf(this, IN_OPERATIONAL_USE),
    };
  }
}

class PartsOfAmounts extends Parts {
  constructor(readonly amounts: Amounts) {
    super();
  }

  at(place: number): number {
    return this.amounts[place] as number;
  }

  addTo(sum: Amounts): void {
    addTo(sum, this.amounts);
  }
}

/** So many times others: of thousands of lines few amounts are read, and each is multiplied when it is. */
class MultipliedParts extends Parts {
  /** @param n above zero */
  constructor(
    private readonly one: Parts,
    private readonly n: number,
  ) {
    super();
  }

  get amounts(): Amounts {
    return times(this.one.amounts, exactly(this.n));
  }

  at(place: number): number {
    return this.one.at(place) * this.n;
  }

  addTo(sum: Amounts): void {
    addTimes(sum, this.one.amounts, exactly(this.n));
  }
}

export const NO_PARTS: Parts = new PartsOfAmounts(nothing(CELLS));

/** Parts that are filled in, each stage from its place in the amounts on. */
export function partsOf(
  charged: Charged,
  fill: (amounts: Amounts, at: (stage: Stage) => number) => void,
): Parts {
  const amounts = nothing(CELLS);
  fill(amounts, (stage) => CELL * CELL_OF[charged][stage]);
  return new PartsOfAmounts(amounts);
}

/** Parts times a range. Unknown stays unknown, but for nothing of it. */
export function scaledParts({ amounts }: Parts, by: Range): Parts {
  return isZero(by) ? NO_PARTS : new PartsOfAmounts(times(amounts, by));
}

/** The same for a plain number, without amounts of its own. */
export function multipliedParts(parts: Parts, n: number): Parts {
  return n > 0 && Number.isFinite(n) ? new MultipliedParts(parts, n) : scaledParts(parts, exactly(n));
}

/** Parts added, in the order given; unknown as soon as one addend is. */
export function summedParts(addends: readonly { readonly parts: Parts }[]): Parts {
  if (addends.length === 0) return NO_PARTS;
  const sum = nothing(CELLS);
  for (const { parts } of addends) parts.addTo(sum);
  return new PartsOfAmounts(sum);
}

/** How many there are of some parts [-]. */
export interface Multiple {
  /** None below zero: of each end as many as the same end here has. */
  readonly times: Range;
}

/**
 * So many of each, added in the order given. Unknown as soon as one is of which there is any.
 * @param ones one of each, in their order
 */
export function summedMultiples(
  addends: readonly Multiple[],
  ones: readonly { readonly totals: { readonly parts: Parts } }[],
): Parts {
  const sum = nothing(CELLS);
  for (let index = 0; index < addends.length; index++) {
    const { times } = addends[index] as Multiple;
    const one = ones[index];
    if (one !== undefined && !isZero(times)) addTimes(sum, one.totals.parts.amounts, times);
  }
  return new PartsOfAmounts(sum);
}

/** What equipment gives of it, without what is operational. */
export function equipmentParts({ amounts }: Parts): Parts {
  const own = nothing(CELLS);
  addCell(own, CELL * MANUFACTURING, amounts, CELL * MANUFACTURING);
  addCell(own, CELL * USAGE, amounts, CELL * USAGE);
  return new PartsOfAmounts(own);
}

/** The same as a cross-cutting contribution: what equipment gives is operational, too. */
export function operationalParts({ amounts }: Parts): Parts {
  const sum = nothing(CELLS);
  addCell(sum, CELL * OPERATIONAL_MANUFACTURING, amounts, CELL * MANUFACTURING);
  addCell(sum, CELL * OPERATIONAL_MANUFACTURING, amounts, CELL * OPERATIONAL_MANUFACTURING);
  addCell(sum, CELL * OPERATIONAL_USE, amounts, CELL * USAGE);
  addCell(sum, CELL * OPERATIONAL_USE, amounts, CELL * OPERATIONAL_USE);
  return new PartsOfAmounts(sum);
}

/** Only the manufacturing of the equipment. */
export function manufacturingParts({ amounts }: Parts): Parts {
  const sum = nothing(CELLS);
  addCell(sum, CELL * MANUFACTURING, amounts, CELL * MANUFACTURING);
  return new PartsOfAmounts(sum);
}

export function operationalOf(parts: Parts): Impact {
  return impactOf(parts, IN_OPERATIONAL);
}

export function totalOf(parts: Parts): Impact {
  return impactOf(parts, IN_ALL);
}

/** The total by life-cycle stage. */
export function stagesOf(parts: Parts): Stages {
  return { manufacturing: impactOf(parts, IN_ALL_MANUFACTURING), use: impactOf(parts, IN_ALL_USE) };
}

/** Known to be zero in every criterion and part: no factor has a say in it. */
export function isNothing({ amounts }: Parts): boolean {
  return amounts.every((amount) => amount === 0);
}
