import type { CriterionText } from "./criteria";

/** A number to read: three significant digits, with the exact one for who wants it. */
export interface Figure {
  readonly number: string;
  readonly unit: string;
  /** With its own unit, to the last digit. */
  readonly exact: string;
}

export const UNKNOWN = "unknown";
const DIGITS = 3;

/** Of what was measured: a zero at the end says that it was. */
const measured = new Intl.NumberFormat("en", {
  minimumSignificantDigits: DIGITS,
  maximumSignificantDigits: DIGITS,
});
const rounded = new Intl.NumberFormat("en", { maximumSignificantDigits: DIGITS });
const scientific = new Intl.NumberFormat("en", { notation: "scientific", maximumSignificantDigits: DIGITS });

/** Three significant digits: 1,230, 0.0123. What is too small or too large to be read so is written with a power of ten. */
export function threeDigits(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) {
    const [digits = "", power = ""] = scientific.format(value).split("E");
    return `${digits} × 10${superscript(power)}`;
  }
  return rounded.format(value);
}

const measuredText = (value: number): string =>
  value === 0 || Math.abs(value) < 1e-4 || Math.abs(value) >= 1e9
    ? threeDigits(value)
    : measured.format(value);

/** A figure in the step of its unit in which it is at least 1: grams, kilograms, tonnes. */
export function figure(value: number, criterion: CriterionText): Figure {
  const [unit, size] = stepOf(value, criterion);
  return {
    number: measuredText(value / size),
    unit: `${unit}${criterion.of}`,
    exact: `${value} ${criterion.unit}`,
  };
}

/** Both ends in one step, that of the figure between them. */
export function rangeText(
  { expected, low, high }: { readonly expected: number; readonly low: number; readonly high: number },
  criterion: CriterionText,
): string {
  const [unit, size] = stepOf(expected === 0 ? high : expected, criterion);
  return `${measuredText(low / size)} to ${measuredText(high / size)} ${unit}${criterion.of}`;
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

function stepOf(value: number, { steps }: CriterionText): readonly [string, number] {
  // What rounds up to 1,000 is 1 of the next.
  const size = Math.abs(Number(value.toPrecision(DIGITS)));
  const own = steps.find(([, one]) => one === 1) as readonly [string, number];
  if (size === 0) return own;
  return steps.find(([, one]) => size / one >= 1 - 1e-9) ?? (steps.at(-1) as readonly [string, number]);
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789-"].map((sign, index) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁻"][index] as string]),
);

function superscript(text: string): string {
  return [...text].map((sign) => SUPERSCRIPTS[sign] ?? sign).join("");
}
