import { openSheet } from "../../../../src/spreadsheet";
import type { ReadRequest, ReadStep } from "./read-file";

/** Web worker that reads a file, so that the page stays responsive. */
addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  const say = (step: ReadStep): void => postMessage(step);
  const sheet = openSheet(data.source, data.options);
  for (const { lines, problems, rowsRead } of sheet.read())
    say({ lines, problems, rowsRead, rows: sheet.rows });
  say({ end: true, rows: sheet.rows, problem: sheet.problem, notes: sheet.notes() });
});
