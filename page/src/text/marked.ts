/** A piece of a text of the graph: commands and names stand between backticks there. */
export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** A backtick that has no other stays as it is. */
export function piecesOf(text: string): readonly Piece[] {
  return text
    .split(/(`[^`]+`)/)
    .map((piece, index) =>
      index % 2 === 1 ? { text: piece.slice(1, -1), isCode: true } : { text: piece, isCode: false },
    )
    .filter((piece) => piece.text !== "");
}
