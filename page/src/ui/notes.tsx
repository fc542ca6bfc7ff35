import type { VNode } from "preact";
import { Marked } from "./marked";

/** The notes of a figure. */
export function Notes({ notes }: { readonly notes: readonly string[] }): VNode {
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>
          <Marked text={note} />
        </li>
      ))}
    </ul>
  );
}
