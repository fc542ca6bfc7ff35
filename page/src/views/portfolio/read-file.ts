import type { SheetLine, SheetNote, SheetOptions, SheetProblem } from "../../../../src/spreadsheet";

export interface ReadRequest {
  readonly source: string | Uint8Array;
  readonly options: SheetOptions;
}

export type ReadStep =
  | {
      readonly lines: readonly SheetLine[];
      readonly problems: readonly SheetProblem[];
      readonly rowsRead: number;
      readonly rows: number;
    }
  | {
      readonly end: true;
      readonly rows: number;
      readonly problem: SheetProblem | null;
      readonly notes: readonly SheetNote[];
    };

export interface ReadFile {
  readonly rows: number;
  readonly lines: readonly SheetLine[];
  readonly problems: readonly SheetProblem[];
  readonly notes: readonly SheetNote[];
}

/**
 * Reads a sheet in a web worker.
 * @param progress called with the number of lines that are read, and of all lines
 */
export function readFile(
  request: ReadRequest,
  progress: (read: number, of: number) => void,
): Promise<ReadFile> {
  const worker = new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" });
  const lines: SheetLine[] = [];
  const problems: SheetProblem[] = [];
  return new Promise<ReadFile>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<ReadStep>) => {
      if ("end" in data) {
        if (data.problem !== null) problems.push(data.problem);
        resolve({ rows: data.rows, lines, problems, notes: data.notes });
        return;
      }
      for (const line of data.lines) lines.push(line);
      for (const problem of data.problems) problems.push(problem);
      progress(data.rowsRead, data.rows);
    });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
