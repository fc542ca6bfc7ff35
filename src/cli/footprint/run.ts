import { CommanderError } from "commander";
import type { Footprints } from "../../library";
import type { BuiltProgram, Context } from "./context";
import { EXIT, type ExitCode } from "./exit-codes";
import { type Io, type Output, widthOf } from "./io";
import { normalised } from "./options/normalise";
import { serverIn } from "./options/server";
import { printable } from "./output/plain-words";
import { buildProgram, commandsLine } from "./program";

/** Opens a server at a URL, or composes the estimates in this process. Loaded on demand: the help needs neither. */
export type Open = (io: Io, server: string | null) => Promise<Footprints>;

/** Runs a command line. @returns the exit code */
export async function run(given: readonly string[], own: Io, open: Open = openAsAsked): Promise<ExitCode> {
  const io = { ...own, err: printableOn(own.err) };
  const line = normalised(given);
  const context = new RunContext(io, () => open(io, serverIn(line, io.environment)));
  try {
    const { program, args } = await context.program(line);
    await program.parseAsync([...args], { from: "user" });
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.code === "commander.unknownCommand") io.err.write(`${commandsLine(widthOf(io))}\n`);
      return error.exitCode === 0 ? EXIT.done : EXIT.misused;
    }
    const { errorText } = await import("./error-text");
    const { text, code } = errorText(error);
    io.err.write(`${text}\n`);
    return code;
  } finally {
    await context.close();
  }
}

/** Messages can quote texts of a file or a server, so control characters are removed. */
function printableOn(output: Output): Output {
  return { ...output, write: (text) => output.write(printable(text)) };
}

const openAsAsked: Open = async ({ environment }, server) => {
  if (server === null) return (await import("./open")).openHere(environment);
  return (await import("./remote")).openAt(server, environment);
};

class RunContext implements Context {
  exitCode: ExitCode = EXIT.done;
  private opened: Promise<Footprints> | undefined;

  constructor(
    readonly io: Io,
    private readonly open: () => Promise<Footprints>,
  ) {}

  readonly program = (args: readonly string[]): Promise<BuiltProgram> => buildProgram(args, this);

  /** A property, because commands destructure the context. */
  readonly footprints = (): Promise<Footprints> => {
    this.opened ??= this.open();
    return this.opened;
  };

  async close(): Promise<void> {
    const opened = await this.opened?.catch(() => undefined);
    await opened?.close();
  }
}
