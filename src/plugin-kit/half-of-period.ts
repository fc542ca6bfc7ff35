import type { ProductCalculator } from "../core/contract";
import { input } from "../core/formulas";

const HALF = input(0.5, "-");

/** The calculator as if each calculation were for half of the period, as one of two vintage spans is: the hours stay. */
export function forHalfOfPeriod(calculator: ProductCalculator): ProductCalculator {
  const calculate: ProductCalculator["calculate"] = (spec, context) =>
    calculator.calculate(spec, { ...context, shareOfPeriod: HALF });
  return Object.assign(Object.create(calculator) as ProductCalculator, { calculate });
}
