import { type Step, stepFor } from "../../../src/units";
import type { CriterionText } from "./criteria";

/** A displayed number: three significant digits, and the exact value. */
export interface Figure {
  readonly number: string;
  readonly unit: string;
  /** With its own unit, to the last digit. */
  readonly exact: string;
}

export const UNKNOWN = "unknown";
const DIGITS = 3;

/** With trailing zeros, which are significant. */
const measured = new Intl.NumberFormat("en", {
  minimumSignificantDigits: DIGITS,
  maximumSignificantDigits: DIGITS,
});
const rounded = new Intl.NumberFormat("en", { maximumSignificantDigits: DIGITS });
const scientific = new Intl.NumberFormat("en", { notation: "scientific", maximumSignificantDigits: DIGITS });

/** Three significant digits: 1,230, 0.0123. What is too small or too large to be read so is written with a power of ten. */
export function threeDigits(value: number): string {
  if (value < 0) return `−${threeDigits(-value)}`;
  if (value !== 0 && (value < 1e-4 || value >= 1e9)) {
    const [digits = "", power = ""] = scientific.format(value).split("E");
    return `${digits} × 10${superscript(power)}`;
  }
  return rounded.format(value);
}

function measuredText(value: number): string {
  if (value < 0) return `−${measuredText(-value)}`;
  return value === 0 || value < 1e-4 || value >= 1e9 ? threeDigits(value) : measured.format(value);
}

/** A figure in the step of its unit in which it is at least 1: grams, kilograms, tonnes. */
export function figure(value: number, criterion: CriterionText): Figure {
  return figureIn(stepFor(value, criterion.steps), value, criterion);
}

/** A figure in a step that was chosen, such as the one of its column. */
export function figureIn({ unit, size }: Step, value: number, criterion: CriterionText): Figure {
  return {
    number: measuredText(value / size),
    unit: `${unit}${criterion.of}`,
    exact: `${value} ${criterion.unit}`,
  };
}

/** The common step of figures in a column: that of the largest. */
export function stepOfAll(values: readonly (number | null | undefined)[], { steps }: CriterionText): Step {
  return stepFor(Math.max(0, ...values.map((value) => Math.abs(value ?? 0))), steps);
}

/** Header of a column of figures: `Greenhouse gases, kg CO₂e`. */
export function headText(title: string, { unit }: Step, { of }: Pick<CriterionText, "of">): string {
  return `${title}, ${unit}${of}`;
}

/** Both ends in one step, that of the figure between them. */
export function rangeText(
  { expected, low, high }: { readonly expected: number; readonly low: number; readonly high: number },
  criterion: CriterionText,
  step: Step = stepFor(expected === 0 ? high : expected, criterion.steps),
): string {
  return `${rangeNumbers({ low, high }, step)} ${step.unit}${criterion.of}`;
}

/** Both ends without their unit, which the head of their column has. */
export function rangeNumbers(
  { low, high }: { readonly low: number; readonly high: number },
  { size }: Step,
): string {
  return `${measuredText(low / size)} to ${measuredText(high / size)}`;
}

/** As text; null is unknown, and never zero. */
export function figureText(value: number | null | undefined, criterion: CriterionText): string {
  if (value === null || value === undefined) return UNKNOWN;
  const { number, unit } = figure(value, criterion);
  return `${number} ${unit}`;
}

export function percentText(share: number): string {
  if (share > 0 && share < 0.001) return "< 0.1 %";
  const percent = share * 100;
  return `${percent < 10 || percent > 99.5 ? trimmed(percent, 1) : Math.round(percent)} %`;
}

function trimmed(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789-"].map((sign, index) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁻"][index] as string]),
);

function superscript(text: string): string {
  return [...text].map((sign) => SUPERSCRIPTS[sign] ?? sign).join("");
}
