import { ENVIRONMENT, type Environment } from "../../process/environment";

/** Where text goes. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined if it is none. */
  readonly columns: number | undefined;
  /** Terminal for the progress bar; null if there is none. */
  readonly stream: NodeJS.WriteStream | null;
}

/** Input and output of a command; tests have their own. */
export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly environment: Environment;
  /** Opened on demand. */
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

/** Least and greatest width of texts: narrower is unreadable, wider is no easier to read. */
const NARROWEST = 40;
const WIDEST = 100;

/** Width of the output: `COLUMNS`, else that of the terminal, else the usual 80. */
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
