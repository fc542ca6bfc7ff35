import type { Step } from "../../../src/units";
import type { CriterionText } from "./criteria";
import { figure, figureIn } from "./figures";

/** What is more or less, in the step of its column, whose head says the unit. */
export function signedNumber(value: number, criterion: CriterionText, step: Step): string {
  return `${signOf(value)}${figureIn(step, Math.abs(value), criterion).number}`;
}

/** What is more or less: with its sign. */
export function signedText(value: number, criterion: CriterionText): string {
  const { number, unit } = figure(Math.abs(value), criterion);
  return `${signOf(value)}${number} ${unit}`;
}

/** `+12 %`, `−3 %`; what is many times as much is said so. */
export function relativeText(relative: number | null): string {
  if (relative === null) return "";
  if (relative > 9) return `${Math.round(relative + 1).toLocaleString("en")} times as much`;
  const percent = Number((Math.abs(relative) * 100).toPrecision(3));
  return `${signOf(relative)}${percent} %`;
}

export function signOf(value: number): string {
  if (value === 0) return "±";
  return value > 0 ? "+" : "−";
}
