/**
 * How many letters are to be added, left out, replaced or exchanged with their neighbour to make one name of the other
 * (optimal string alignment).
 */
export function editsBetween(one: string, other: string): number {
  // Of the table of edits between beginnings of the names: a row, and the two before it.
  let row: number[] = [];
  let before: number[] = [];
  let twoBefore: number[] = [];
  for (let j = 0; j <= other.length; j++) row[j] = j;
  for (let i = 1; i <= one.length; i++) {
    [row, before, twoBefore] = [twoBefore, row, before];
    row[0] = i;
    const letter = one.charCodeAt(i - 1);
    const previous = one.charCodeAt(i - 2);
    for (let j = 1; j <= other.length; j++) {
      const wanted = other.charCodeAt(j - 1);
      let edits = (before[j - 1] as number) + (letter === wanted ? 0 : 1);
      edits = Math.min(edits, (before[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && previous === wanted && letter === other.charCodeAt(j - 2)) {
        edits = Math.min(edits, (twoBefore[j - 2] as number) + 1);
      }
      row[j] = edits;
    }
  }
  return row[other.length] as number;
}
