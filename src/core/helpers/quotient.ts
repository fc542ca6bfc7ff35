/** One amount over another; null where the other is zero, or so close to it that no number is as large as the quotient. */
export function quotientOrNull(amount: number, other: number): number | null {
  const quotient = amount / other;
  return other === 0 || !Number.isFinite(quotient) ? null : quotient;
}
