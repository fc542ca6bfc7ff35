import type { Io } from "../io";
import type { OutputOptions } from "../options/output";

export interface Progress {
  at(rows: number): void;
  end(): void;
}

const NONE: Progress = { at: () => {}, end: () => {} };
/** Fewer rows are done before a bar is seen. */
const FEWEST_ROWS = 2000;

/** A bar on stderr where that is a terminal, so that stdout holds the answer alone; none otherwise. */
export async function progressOf(
  rows: number,
  { err }: Io,
  { quiet = false }: OutputOptions,
): Promise<Progress> {
  if (err.stream === null || !err.isTerminal || quiet || rows < FEWEST_ROWS) return NONE;
  const { SingleBar, Presets } = await import("cli-progress");
  const format = "{bar} {percentage} % of {total} lines, {eta_formatted} left";
  const bar = new SingleBar(
    { format, stream: err.stream, clearOnComplete: true, hideCursor: true, barsize: 24 },
    Presets.shades_classic,
  );
  // A terminal has its cursor back, and breaks long lines again, also where the command is interrupted.
  const stop = (): void => bar.stop();
  process.once("exit", stop);
  bar.start(rows, 0);
  return {
    at: (done) => bar.update(done),
    end: () => {
      process.off("exit", stop);
      stop();
    },
  };
}
