import { Readable } from "node:stream";
import { type Io } from "../../../src/cli/footprint/io";
import { run } from "../../../src/cli/footprint/run";
import { type Footprints, openFootprints } from "../../../src/library";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What is piped in. */
  readonly input?: string | Buffer;
  /** Columns of the terminal; a pipe when left out. */
  readonly terminal?: number;
  /** What answers; `as asked`: what the line and the environment say. One for all runs when left out. */
  readonly footprints?: Footprints | "as asked";
}

/** One for all runs of a suite: each of their own would read all data anew. */
const shared = openFootprints();
shared.close = async () => {};

/** Runs the command in this process, as if it had been typed. */
export async function ran(line: string | readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { environment = {}, input = "", terminal, footprints = shared } = options;
  const texts = { out: "", err: "" };
  const output = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text;
    },
    isTerminal: terminal !== undefined,
    columns: terminal,
    stream: null,
  });
  const io: Io = {
    out: output("out"),
    err: output("err"),
    environment: { FOOTPRINT_STORE: ":memory:", ...environment },
    input: () => Readable.from([input]),
  };
  const args = typeof line === "string" ? words(line) : line;
  const code = await (footprints === "as asked" ? run(args, io) : run(args, io, async () => footprints));
  return { code, ...texts };
}

/** The words of a line, with quotes as a shell has them. */
export function words(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, one, two, three]) => one ?? two ?? three ?? "",
  );
}
