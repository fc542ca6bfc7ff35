/**
 * Parses numbers: `2.5`, `2,5`, `1 000`, `1_000`, `1,000,000`, `1e6`. A comma before exactly three digits is ambiguous,
 * so the user has to decide.
 */
export function readNumber(text: string): { readonly number: number } | { readonly problem: string } {
  const plain = text.replace(/[\s_\u00a0\u202f'’]/g, "").replace("−", "-");
  if (/^-?\d{1,3},\d{3}$/.test(plain) && !/^-?0,/.test(plain)) {
    const [whole, rest] = plain.split(",");
    return { problem: `Is this ${whole}${rest} or ${whole}.${rest}? Write it without the comma.` };
  }
  const isGrouped = /^-?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^-?\d{1,3}(,\d{3})+\.\d+$/.test(plain);
  const decimal = isGrouped ? plain.replaceAll(",", "") : plain.replace(/^(-?\d+),(\d+)$/, "$1.$2");
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(decimal) || !Number.isFinite(Number(decimal)))
    return { problem: `“${text}” is not a number.` };
  return { number: Number(decimal) };
}
