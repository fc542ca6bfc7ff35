const MOST_DIGITS = 10;

/** Prints a given number, which is not computed: with all its digits, and thousands separators. */
export function given(value: number, most = MOST_DIGITS): string {
  const rounded = Number(value.toPrecision(most));
  if (!Number.isFinite(rounded)) return String(value);
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(.*)$/.exec(String(rounded)) ?? [];
  return `${sign === "" ? "" : "−"}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest}`;
}

/** Digits of a factor, enough to compare it with its source. */
const DIGITS_OF_FACTOR = 6;

export function givenFactor(value: number): string {
  return given(value, DIGITS_OF_FACTOR);
}
