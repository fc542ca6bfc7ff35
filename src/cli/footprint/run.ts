import { Command, CommanderError } from "commander";
import type { Footprints } from "../../answers";
import { VERSION } from "../../process/version";
import { COMMANDS } from "./commands";
import type { Context } from "./context";
import { EXIT, type ExitCode } from "./exit-codes";
import { type Io, widthOf } from "./io";
import { normalised } from "./options/normalise";

/** Does what a command line says. @returns what to end with */
export async function run(given: readonly string[], io: Io, open: Open = openHere): Promise<ExitCode> {
  const args = normalised(given);
  const context = new RunContext(io, open);
  try {
    await execute(args, context);
    return context.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.misused;
    const { toldError } = await import("./told-errors");
    const { text, code } = toldError(error);
    io.err.write(`${text}\n`);
    return code;
  } finally {
    await context.close();
  }
}

async function execute(args: readonly string[], context: RunContext): Promise<void> {
  const program = programFor(context.io);
  const at = args.findIndex((arg) => !arg.startsWith("-"));
  const name = args[at];
  let read = args;
  for (const entry of COMMANDS) {
    const command = program
      .command(entry.name)
      .description(entry.summary)
      .helpCommand(false)
      .allowExcessArguments(false);
    if (entry.name !== name) continue;
    const own = [...args.slice(0, at), ...args.slice(at + 1)];
    const built = await (await entry.load()).build(command, context, own);
    read = [entry.name, ...(built ?? own)];
  }
  await program.parseAsync([...read], { from: "user" });
}

function programFor(io: Io): Command {
  const width = widthOf(io);
  return new Command("footprint")
    .description("The environmental footprint of cloud resources: how much, why, and how sure.")
    .version(`footprint-graph ${VERSION}`, "--version", "the version")
    .helpOption("-h, --help", "this help")
    .helpCommand(false)
    .commandsGroup("Commands:")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    });
}

/** Opens what answers; what is loaded for it is not loaded for a text of help. */
type Open = (io: Io) => Promise<Footprints>;

async function openHere({ environment }: Io): Promise<Footprints> {
  return (await import("./open")).openHere(environment);
}

class RunContext implements Context {
  exitCode: ExitCode = EXIT.done;
  private opened: Promise<Footprints> | undefined;

  constructor(
    readonly io: Io,
    private readonly open: Open,
  ) {}

  footprints(): Promise<Footprints> {
    this.opened ??= this.open(this.io);
    return this.opened;
  }

  async close(): Promise<void> {
    const opened = await this.opened?.catch(() => undefined);
    await opened?.close();
  }
}
