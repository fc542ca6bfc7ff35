import type { Io } from "../io";
import type { OutputOptions } from "../options/output";

export interface Progress {
  at(rows: number): void;
  end(): void;
}

const NONE: Progress = { at: () => {}, end: () => {} };
/** Fewer rows take too little time for a progress bar. */
const FEWEST_ROWS = 2000;

/** A progress bar on stderr if that is a terminal; stdout has the result only. */
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
  // Restores cursor and line wrap of the terminal, also if the command is interrupted.
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
