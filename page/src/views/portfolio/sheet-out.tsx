import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { type WriteOptions, writeSheet } from "../../../../src/spreadsheet";
import type { BasketLine } from "../../basket/basket";
import { save } from "../../ui/save";
import type { LineAnswer } from "./estimate-basket";
import { resultsSheet } from "./results";

const STYLES = {
  points: { title: "Points: 1.5, cells divided by commas", options: {} },
  commas: {
    title: "Commas: 1,5, cells divided by semicolons",
    options: { delimiter: ";", decimalMark: "," },
  },
} as const satisfies Record<string, { readonly title: string; readonly options: WriteOptions }>;

interface SheetOutProps {
  readonly lines: readonly BasketLine[];
  readonly answers: readonly LineAnswer[];
  readonly isDone: boolean;
}

/** Downloads of results and of the basket, as CSV. */
export function SheetOut({ lines, answers, isDone }: SheetOutProps): VNode {
  const [style, setStyle] = useState<keyof typeof STYLES>("points");
  const { options } = STYLES[style];
  return (
    <section aria-labelledby="out-title">
      <h2 id="out-title">Take it along</h2>
      <div class="field">
        <label for="sheet-style">Numbers in the file</label>
        <select
          id="sheet-style"
          value={style}
          onChange={({ currentTarget }) => setStyle(currentTarget.value as keyof typeof STYLES)}
        >
          {Object.entries(STYLES).map(([name, { title }]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <p class="actions">
        <button
          type="button"
          disabled={!isDone}
          onClick={() => save(resultsSheet(lines, answers, options), "footprint-results.csv")}
        >
          Save the figures as CSV
        </button>
        <button
          type="button"
          onClick={() =>
            save(
              writeSheet(
                lines.map(({ item }) => item),
                options,
              ),
              "footprint-basket.csv",
            )
          }
        >
          Save the basket as CSV
        </button>
      </p>
    </section>
  );
}
