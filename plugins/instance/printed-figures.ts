import { defineTable, type FactorReader, number, type RowOf, text } from "../../src/core/factors";
import { fact, type Remark } from "../../src/core/footprint";

/** Figures that the operator prints and that its recorded estimates contradict. */
export const PRINTED_FIGURES = defineTable("printed-figures", ["type", "zone", "valid_from"], {
  type: text(),
  zone: text(),
  kg_co2e: number("kgCO2e", { min: 0 }),
  hours: number("h", { min: 1 }),
});

export type PrintedFigure = RowOf<typeof PRINTED_FIGURES>;

/** Notes for types and zones for which the operator prints another figure than our evidence gives. */
export function notesOnPrinted(
  printed: readonly PrintedFigure[],
  zone: string,
  factors: FactorReader,
): Remark[] {
  return printed.flatMap((row) => {
    const { valid_from: from, valid_to: to } = row;
    if (row.zone !== zone) return [];
    const { day } = factors;
    const isPrinted = (from ?? "") <= day && (to === null || day < to);
    factors.restsOn(
      isPrinted
        ? { since: from, until: to }
        : { since: to !== null && to <= day ? to : null, until: from !== null && from > day ? from : null },
    );
    return isPrinted ? [contradiction(row)] : [];
  });
}

function contradiction({ type, zone, kg_co2e: kg, hours, valid_from: from }: PrintedFigure): Remark {
  return fact(
    `The operator prints ${kg} kgCO2e for ${hours} h of ${type} in ${zone} since ${from}: it contradicts its recorded estimates, which this figure rests on.`,
  );
}
