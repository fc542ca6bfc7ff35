import type { VNode } from "preact";
import { piecesOf } from "../text/marked";

/** A text of the graph, such as a note or a source, with code for commands and names. */
export function Marked({ text }: { readonly text: string }): VNode {
  return (
    <>
      {piecesOf(text).map((piece, index) =>
        piece.isCode ? <code key={index}>{piece.text}</code> : piece.text,
      )}
    </>
  );
}
