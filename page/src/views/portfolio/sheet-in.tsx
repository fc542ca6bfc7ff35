import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { DateOrder, DecimalMark, SheetProblem } from "../../../../src/spreadsheet";
import { type BasketSource, newSource, putSource, sources } from "../../basket/basket";
import type { Product } from "../../form/fields";
import { readFile } from "./read-file";

/** The last input, so that it can be read again with other options. */
interface Brought {
  readonly id: number;
  readonly name: string;
  readonly source: string | Uint8Array;
}

interface Reading {
  readonly decimalMark?: DecimalMark;
  readonly dateOrder?: DateOrder;
}

const EXAMPLE = `product,label,type,size (GB),zone,count,hours
instance,web,PRO2-S,,fr-par-2,3,730
volume,data,sbs_5k,100,fr-par-2,3,730`;

/** Input of a sheet: chosen, dropped or pasted. It is read in a worker, and its lines are added to the basket. */
export function SheetIn({ products }: { readonly products: readonly Product[] }): VNode {
  const [progress, setProgress] = useState<{ readonly read: number; readonly of: number } | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const [last, setLast] = useState<Brought | null>(null);
  const [isOver, setOver] = useState(false);
  const pasted = useRef<HTMLTextAreaElement>(null);
  const lastPasted = useRef<Brought | null>(null);

  const read = async (brought: Brought, how: Reading = {}): Promise<void> => {
    setLast(brought);
    setProgress({ read: 0, of: 0 });
    try {
      const options = { products, ...how };
      const { rows, lines, problems, notes } = await readFile(
        { source: brought.source, options },
        (done, of) => setProgress({ read: done, of }),
      );
      const { id, name } = brought;
      putSource(
        { id, name, rows, problems, notes },
        lines.map(({ line, item }) => ({ item, line, source: id })),
      );
      const [first] = problems;
      const says =
        rows === 0 && first !== undefined
          ? first.message
          : `${lines.length.toLocaleString("en")} of ${rows.toLocaleString("en")} ${rows === 1 ? "line" : "lines"} read.`;
      setSaid((before) => [...before, `${name}: ${says}`]);
    } catch {
      setSaid((before) => [...before, `${brought.name} could not be read by this browser.`]);
    }
    setProgress(null);
  };
  const readFiles = async (files: FileList | null): Promise<void> => {
    setSaid([]);
    for (const file of files ?? []) {
      const source = new Uint8Array(await file.arrayBuffer());
      await read({ id: newSource(), name: file.name, source });
    }
  };
  const takePasted = (): void => {
    const text = pasted.current?.value ?? "";
    if (text.trim() === "") return;
    // The same table replaces itself.
    if (lastPasted.current?.source !== text) {
      const id = newSource();
      lastPasted.current = { id, name: `Pasted table ${id}`, source: text };
    }
    setSaid([]);
    void read(lastPasted.current as Brought);
  };
  const current = sources.value.find(({ id }) => id === last?.id);
  return (
    <section
      class={isOver ? "sheet-in over" : "sheet-in"}
      aria-labelledby="sheet-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void readFiles(event.dataTransfer?.files ?? null);
      }}
    >
      <h2 id="sheet-title">Bring a table</h2>
      <div class="field">
        <label for="sheet-file">A file: drop it here, or choose it</label>
        <input
          id="sheet-file"
          type="file"
          accept=".csv,.tsv,.txt,.json,.ndjson,.jsonl,text/csv,application/json"
          multiple
          aria-describedby="sheet-hint"
          onChange={(event) => {
            const input = event.currentTarget;
            void readFiles(input.files).then(() => {
              input.value = "";
            });
          }}
        />
        <p class="hint" id="sheet-hint">
          It stays in this browser; only the resources are sent to the graph.
        </p>
      </div>
      <div class="field">
        <label for="sheet-text">Or paste it</label>
        <textarea
          id="sheet-text"
          ref={pasted}
          rows={4}
          spellcheck={false}
          placeholder={EXAMPLE}
          onPaste={() => setTimeout(takePasted)}
        />
        <button type="button" onClick={takePasted}>
          Read the table
        </button>
      </div>
      {progress !== null && (
        <p class="progress">
          <progress
            {...(progress.of === 0 ? {} : { max: progress.of, value: progress.read })}
            aria-label="Reading"
          />
        </p>
      )}
      <div role="status">
        {said.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
      {current !== undefined && last !== null && (
        <Told
          source={current}
          onRead={(how) => {
            setSaid([]);
            void read(last, how);
          }}
        />
      )}
    </section>
  );
}

interface ToldProps {
  readonly source: BasketSource;
  readonly onRead: (how: Reading) => void;
}

/** Report on how it was read, and questions to the user. */
function Told({ source, onRead }: ToldProps): VNode {
  const has = (code: SheetProblem["code"]): boolean => source.problems.some((one) => one.code === code);
  return (
    <>
      {has("AMBIGUOUS_NUMBER") && (
        <fieldset class="question">
          <legend>Numbers such as 1,234 can be two. Which is the mark of decimals?</legend>
          <button type="button" onClick={() => onRead({ decimalMark: "." })}>
            The point: 1.5
          </button>
          <button type="button" onClick={() => onRead({ decimalMark: "," })}>
            The comma: 1,5
          </button>
        </fieldset>
      )}
      {has("AMBIGUOUS_DATE") && (
        <fieldset class="question">
          <legend>Dates such as 03/04/2026 can be two. Which comes first?</legend>
          <button type="button" onClick={() => onRead({ dateOrder: "day first" })}>
            The day
          </button>
          <button type="button" onClick={() => onRead({ dateOrder: "month first" })}>
            The month
          </button>
        </fieldset>
      )}
      {source.notes.length > 0 && (
        <details>
          <summary>How it was read</summary>
          <ul class="notes">
            {source.notes.map(({ code, column, message }) => (
              <li key={`${code} ${column} ${message}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
