const MOST_DIGITS = 10;

/** A number that was given or read, and not computed: with the digits that it has, and commas between thousands. */
export function given(value: number, most = MOST_DIGITS): string {
  const rounded = Number(value.toPrecision(most));
  if (!Number.isFinite(rounded)) return String(value);
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(.*)$/.exec(String(rounded)) ?? [];
  return `${sign === "" ? "" : "−"}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${rest}`;
}

/** Digits of a factor that readers compare with its source. */
const DIGITS_OF_FACTOR = 6;

export function givenFactor(value: number): string {
  return given(value, DIGITS_OF_FACTOR);
}
