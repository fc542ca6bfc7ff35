import { CRITERIA, type CriterionRow, type FactorCriterion, HEADLINE } from "../footprint";
import { defineFormula, type Formula } from "../formulas";

type FactorRow = CriterionRow & { readonly field: FactorCriterion; readonly series: string };

const ROWS: ReadonlyMap<FactorCriterion, FactorRow> = new Map(
  (CRITERIA as readonly CriterionRow[])
    .filter((row): row is FactorRow => row.series !== null)
    .map((row) => [row.field, row]),
);

/** Criteria that equipment and electricity are known in by factors of their own. */
export const FACTOR_CRITERIA: readonly FactorCriterion[] = [...ROWS.keys()];

export type ByCriterion<T> = Readonly<Record<FactorCriterion, T>>;

/** Something for each of these criteria. */
export function byCriterion<T>(of: (criterion: FactorCriterion) => T): ByCriterion<T> {
  return Object.fromEntries(FACTOR_CRITERIA.map((one) => [one, of(one)])) as unknown as ByCriterion<T>;
}

/** Name of a factor series of a criterion, such as `hardware.cpu.die.gwp`. */
export function seriesOf(of: string, criterion: FactorCriterion): string {
  return `${of}.${rowOf(criterion).series}`;
}

export function unitOf(criterion: FactorCriterion): string {
  return rowOf(criterion).unit;
}

/** The same arithmetic for each criterion, with the unit of each. */
export function perCriterion<const Text extends string>(
  symbol: string,
  label: string,
  expression: Text,
): ByCriterion<Formula<Text>> {
  return byCriterion((criterion) =>
    defineFormula({
      ...{ symbol, label, unit: unitOf(criterion), expression },
      ...(criterion === HEADLINE ? {} : { variant: rowOf(criterion).series }),
    }),
  );
}

function rowOf(criterion: FactorCriterion): FactorRow {
  return ROWS.get(criterion) as FactorRow;
}
