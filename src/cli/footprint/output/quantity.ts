import { SCALES, type Scale, type Step, stepFor } from "../../../units";

/** Display units of a unit, the largest first: `t CO2e`. */
export function scalesOf(unit: string): readonly Step[] {
  const scale = (SCALES as Readonly<Record<string, Scale>>)[unit];
  if (scale === undefined) return [{ unit: unit === "-" ? "" : unit, size: 1 }];
  return scale.steps.map((step) => ({ ...step, unit: `${step.unit}${scale.of}` }));
}

/** Display unit of an amount; an amount without scale keeps its unit. */
export function scaleFor(amount: number, unit: string): Step {
  return stepFor(amount, scalesOf(unit));
}

/** Three significant digits, more than any figure here is certain of; thousands separators, and a true minus sign. */
export function digits(value: number): string {
  if (value === 0) return "0";
  if (value < 0) return `−${digits(-value)}`;
  return digitsOf(value);
}

function digitsOf(size: number): string {
  if (size >= 1e15 || size < 1e-6) return size.toExponential(2);
  const rounded = Number(size.toPrecision(3));
  return rounded >= 1000 ? withCommas(rounded) : plainDecimal(rounded, size);
}

/** English thousands separators; `Intl` would take longer to load. */
function withCommas(rounded: number): string {
  return String(rounded).replace(/\B(?=(\d{3})+$)/g, ",");
}

function plainDecimal(rounded: number, size: number): string {
  const decimals = Math.min(Math.max(2 - Math.floor(Math.log10(size)), 0), 9);
  return rounded
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/**
 * `2.94 kg CO2e`.
 * @param like an amount whose display unit is used, for comparison
 */
export function quantity(amount: number | null, unit: string, like = amount): string {
  if (amount === null) return "unknown";
  const scale = scaleFor(like ?? amount, unit);
  return `${digits(amount / scale.size)} ${scale.unit}`.trimEnd();
}

/** The ends of a range in the display unit of its expected value: `1.18 to 6.22`. */
export function rangeText({ low, expected, high, unit }: Ranged, like = expected): string {
  if (low === high) return "";
  const { size } = scaleFor(like, unit);
  return `${digits(low / size)} to ${digits(high / size)}`;
}

export interface Ranged {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  readonly unit: string;
}

/** `12 %`; a share that rounds to zero differs from zero. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "< 1 %";
  return `${Math.round(100 * share)} %`;
}

/** A change with its sign: `+12 %`, `−3.1 %`. */
export function change(ratio: number): string {
  const text = digits(Math.abs(100 * ratio));
  if (text === "0") return "±0 %";
  return `${ratio < 0 ? "−" : "+"}${text} %`;
}
