import { ENVIRONMENT, type Environment } from "../../process/environment";

/** Where text goes. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined where it is none. */
  readonly columns: number | undefined;
  /** What a bar of progress is drawn on; null where there is none to draw on. */
  readonly stream: NodeJS.WriteStream | null;
}

/** What a command reads and writes; tests have their own. */
export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly environment: Environment;
  /** Opened when a command reads it. */
  readonly input: () => NodeJS.ReadableStream;
}

export function processIo(): Io {
  return {
    out: outputTo(process.stdout),
    err: outputTo(process.stderr),
    environment: ENVIRONMENT,
    input: () => process.stdin,
  };
}

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    stream,
  };
}

/** Narrower than this nothing can be read, wider than this nothing is easier to read. */
const NARROWEST = 40;
const WIDEST = 100;

/** Columns to write for: `COLUMNS`, else those of the terminal, else what most terminals have. */
export function widthOf({ out, environment }: Io): number {
  const said = Number(environment.COLUMNS);
  const columns = said > 0 ? said : (out.columns ?? 80);
  return Math.min(Math.max(Math.floor(columns), NARROWEST), WIDEST);
}

/** Whether to colour: `FORCE_COLOR` and `NO_COLOR` decide, else whether a terminal shows it. */
export function isColoured({ environment }: Io, output: Output): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0";
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  return output.isTerminal && TERM !== "dumb";
}
