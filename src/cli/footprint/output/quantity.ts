/** How an amount is read best: in a unit that leaves one to three digits before the point. */
interface Scale {
  readonly unit: string;
  /** Of the unit that amounts are in, one of this has so many. */
  readonly size: number;
}

/** Units of criteria as people write them, the largest first. */
const SCALES: Readonly<Record<string, readonly Scale[]>> = {
  kgCO2e: [
    { unit: "t CO2e", size: 1000 },
    { unit: "kg CO2e", size: 1 },
    { unit: "g CO2e", size: 1e-3 },
    { unit: "mg CO2e", size: 1e-6 },
  ],
  m3: [
    { unit: "m³", size: 1 },
    { unit: "L", size: 1e-3 },
    { unit: "mL", size: 1e-6 },
  ],
  kWh: [
    { unit: "MWh", size: 1000 },
    { unit: "kWh", size: 1 },
    { unit: "Wh", size: 1e-3 },
  ],
  kgSbeq: [
    { unit: "kg Sb eq", size: 1 },
    { unit: "g Sb eq", size: 1e-3 },
    { unit: "mg Sb eq", size: 1e-6 },
    { unit: "µg Sb eq", size: 1e-9 },
  ],
  MJ: [
    { unit: "GJ", size: 1000 },
    { unit: "MJ", size: 1 },
    { unit: "kJ", size: 1e-3 },
  ],
};

/** The units that amounts of a unit are shown in, the largest first. */
export function scalesOf(unit: string): readonly Scale[] {
  return SCALES[unit] ?? [{ unit: unit === "-" ? "" : unit, size: 1 }];
}

/** The unit that an amount is shown in; what has no scale is shown as it is. */
export function scaleFor(amount: number, unit: string): Scale {
  const scales = scalesOf(unit);
  const size = Math.abs(amount);
  if (size === 0) return scales.find((one) => one.size === 1) as Scale;
  return scales.find((one) => size >= one.size) ?? (scales.at(-1) as Scale);
}

/** Three digits, which is more than any figure here is sure of; thousands with commas, and a true minus sign. */
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

/** As English has them; the formats of the language would be loaded for it. */
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
 * @param like an amount in whose unit it is shown, to be compared with it
 */
export function quantity(amount: number | null, unit: string, like = amount): string {
  if (amount === null) return "unknown";
  const scale = scaleFor(like ?? amount, unit);
  return `${digits(amount / scale.size)} ${scale.unit}`.trimEnd();
}

/** The ends of a range in the unit that its central value is shown in: `1.18 to 6.22`. */
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

/** `12 %`; what is there and rounds to nothing is told apart from nothing. */
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
