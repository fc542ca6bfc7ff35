import { type Command, Help } from "commander";
import { VERSION } from "../../process/version";
import { COMMANDS } from "./commands";
import type { BuiltProgram, Context } from "./context";
import { FootprintCommand } from "./footprint-command";
import { widthOf } from "./io";
import { hanging, wrap } from "./output/wrap";

/** Declares all commands, and loads the one that the arguments name. */
export async function buildProgram(args: readonly string[], context: Context): Promise<BuiltProgram> {
  const program = newProgram(context);
  const at = args.findIndex((arg) => !arg.startsWith("-"));
  let read = args;
  for (const { name, summary, isHidden = false, load } of COMMANDS) {
    const command = program
      .command(name, { hidden: isHidden })
      .description(summary)
      .helpCommand(false)
      .allowExcessArguments(false);
    if (name !== args[at]) continue;
    const own = [...args.slice(0, at), ...args.slice(at + 1)];
    const built = await (await load()).build(command, context, own);
    read = [name, ...(built ?? own)];
  }
  return { program, args: read };
}

/** What is said beside an unknown command. */
export function commandsLine(width: number): string {
  const names = COMMANDS.filter(({ isHidden }) => isHidden !== true).map(({ name }) => name);
  return wrap(`Commands: ${names.join(", ")}. footprint --help says what each is for.`, width).join("\n");
}

const MORE_HELP =
  "footprint COMMAND --help says more, footprint COMMAND PRODUCT --help what a product takes.";
/** Least width of the description of an option [columns]. */
const LEAST_WRAPPED = 16;

/** Help within a width: the library wraps neither the usage nor terms longer than their column. */
function within(width: number, command: Command, help: Help): string {
  const text = Help.prototype.formatHelp.call(help, command, help);
  return text
    .split("\n")
    .flatMap((line) => {
      if (line.length <= width) return [line];
      const indent = " ".repeat(line.search(/\S/));
      return hanging(indent, line.trim(), width);
    })
    .join("\n");
}

function newProgram({ io }: Context): Command {
  const width = widthOf(io);
  return new FootprintCommand("footprint")
    .description("The environmental footprint of cloud resources: how much, why, and how sure.")
    .version(`footprint-graph ${VERSION}`, "--version", "the version")
    .helpOption("-h, --help", "this help")
    .helpCommand(false)
    .commandsGroup("Commands:")
    .addHelpText("after", `\n${wrap(MORE_HELP, width).join("\n")}`)
    .configureHelp({
      minWidthToWrap: LEAST_WRAPPED,
      formatHelp: (command, help) => within(width, command, help),
    })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    });
}
