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

/** A note where the operator prints another figure than our evidence gives. @param printed of one type */
export function notesOnPrinted(
  printed: readonly PrintedFigure[],
  zone: string,
  factors: FactorReader,
): Remark[] {
  const row = factors.rowInForce(printed.filter((one) => one.zone === zone));
  return row === undefined ? [] : [contradiction(row)];
}

function contradiction({ type, zone, kg_co2e: kg, hours, valid_from: from }: PrintedFigure): Remark {
  return fact(
    `The operator prints ${kg} kgCO2e for ${hours} h of ${type} in ${zone} since ${from}: it contradicts its recorded estimates, which this figure rests on.`,
  );
}
