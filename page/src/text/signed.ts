import type { CriterionText } from "./criteria";
import { figure } from "./figures";

/** What is more or less: with its sign. */
export function signedText(value: number, criterion: CriterionText): string {
  const { number, unit } = figure(Math.abs(value), criterion);
  return `${sign(value)}${number} ${unit}`;
}

/** `+12 %`, `−3 %`; what is many times as much is said so. */
export function relativeText(relative: number | null): string {
  if (relative === null) return "";
  if (relative > 9) return `${Math.round(relative + 1).toLocaleString("en")} times as much`;
  const percent = Number((Math.abs(relative) * 100).toPrecision(3));
  return `${sign(relative)}${percent} %`;
}

function sign(value: number): string {
  if (value === 0) return "±";
  return value > 0 ? "+" : "−";
}
