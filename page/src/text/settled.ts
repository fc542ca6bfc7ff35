/**
 * Whether it is certain which of two is less, in a sentence; empty where that is not known.
 *
 * @param expected by how much the second is more
 */
export function settledText(isSettled: boolean | null, expected: number): string {
  if (isSettled === null) return "";
  if (!isSettled)
    return "It is not settled which of the two is less: it rests on what is assumed or uncertain.";
  return expected === 0
    ? "Both are the same, wherever in their ranges the factors are."
    : "It is settled which of the two is less: wherever in their ranges the factors are, the order stays.";
}
