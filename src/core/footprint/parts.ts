import { isZero, type Range } from "../formulas";
import { type Amounts, addCell, addTimes, addTo, CELL, nothing, times } from "./amounts";
import { type Impact, impactOf, type Stage } from "./impact";

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

/**
 * The three headline parts, the last split by stage: their sum is the total, by construction. Sums, multiples and shares of
 * all sizes are sums of these alone; components explain them.
 */
export class Parts {
  constructor(readonly amounts: Amounts) {}

  get manufacturing(): Impact {
    return impactOf(this.amounts, CELL * MANUFACTURING);
  }

  get usage(): Impact {
    return impactOf(this.amounts, CELL * USAGE);
  }

  get operational(): Stages {
    return {
      manufacturing: impactOf(this.amounts, CELL * OPERATIONAL_MANUFACTURING),
      use: impactOf(this.amounts, CELL * OPERATIONAL_USE),
    };
  }
}

export const NO_PARTS = new Parts(nothing(CELLS));

/** Parts that are filled in, each stage from its place in the amounts on. */
export function partsOf(
  charged: Charged,
  fill: (amounts: Amounts, at: (stage: Stage) => number) => void,
): Parts {
  const amounts = nothing(CELLS);
  fill(amounts, (stage) => CELL * CELL_OF[charged][stage]);
  return new Parts(amounts);
}

/** Parts times a range. Unknown stays unknown, but for nothing of it. */
export function scaledParts({ amounts }: Parts, by: Range): Parts {
  return isZero(by) ? NO_PARTS : new Parts(times(amounts, by));
}

/** Parts added, in the order given; unknown as soon as one addend is. */
export function summedParts(addends: readonly { readonly parts: Parts }[]): Parts {
  if (addends.length === 0) return NO_PARTS;
  const sum = nothing(CELLS);
  for (const { parts } of addends) addTo(sum, parts.amounts);
  return new Parts(sum);
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
  return new Parts(sum);
}

/** What equipment gives of it, without what is operational. */
export function equipmentParts({ amounts }: Parts): Parts {
  const own = nothing(CELLS);
  addCell(own, CELL * MANUFACTURING, amounts, CELL * MANUFACTURING);
  addCell(own, CELL * USAGE, amounts, CELL * USAGE);
  return new Parts(own);
}

/** The same as a cross-cutting contribution: what equipment gives is operational, too. */
export function operationalParts({ amounts }: Parts): Parts {
  const sum = nothing(CELLS);
  addCell(sum, CELL * OPERATIONAL_MANUFACTURING, amounts, CELL * MANUFACTURING);
  addCell(sum, CELL * OPERATIONAL_MANUFACTURING, amounts, CELL * OPERATIONAL_MANUFACTURING);
  addCell(sum, CELL * OPERATIONAL_USE, amounts, CELL * USAGE);
  addCell(sum, CELL * OPERATIONAL_USE, amounts, CELL * OPERATIONAL_USE);
  return new Parts(sum);
}

/** Only the manufacturing of the equipment. */
export function manufacturingParts({ amounts }: Parts): Parts {
  const sum = nothing(CELLS);
  addCell(sum, CELL * MANUFACTURING, amounts, CELL * MANUFACTURING);
  return new Parts(sum);
}

export function operationalOf(parts: Parts): Impact {
  return impactOf(sumOfCells(parts, OPERATIONAL_MANUFACTURING, OPERATIONAL_USE));
}

export function totalOf(parts: Parts): Impact {
  const total = sumOfCells(parts, MANUFACTURING, USAGE);
  addTo(total, sumOfCells(parts, OPERATIONAL_MANUFACTURING, OPERATIONAL_USE));
  return impactOf(total);
}

/** The total by life-cycle stage. */
export function stagesOf(parts: Parts): Stages {
  return {
    manufacturing: impactOf(sumOfCells(parts, MANUFACTURING, OPERATIONAL_MANUFACTURING)),
    use: impactOf(sumOfCells(parts, USAGE, OPERATIONAL_USE)),
  };
}

/** Known to be zero in every criterion and part: no factor has a say in it. */
export function isNothing({ amounts }: Parts): boolean {
  return amounts.every((amount) => amount === 0);
}

function sumOfCells({ amounts }: Parts, one: number, other: number): Amounts {
  const sum = amounts.slice(CELL * one, CELL * (one + 1));
  addCell(sum, 0, amounts, CELL * other);
  return sum;
}
