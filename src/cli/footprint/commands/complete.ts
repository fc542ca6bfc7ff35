import { Option } from "commander";
import { SHELLS, type Shell } from "../completion-scripts";
import { type Candidate, candidatesFor } from "../completions";
import type { CommandModule } from "../context";

/** Prints possible completions, one a line: called by the completion scripts of the shells. */
export const completeCommand: CommandModule = {
  build(command, context) {
    command
      .argument("[words...]", "words of a command line, the last as far as it is typed")
      .addOption(new Option("--shell <shell>", "whose lines are printed").choices(SHELLS).default("bash"))
      .action(async (words: readonly string[]) => {
        const { shell } = command.opts<{ shell: Shell }>();
        for (const one of await candidatesFor(words, context)) context.io.out.write(`${LINES[shell](one)}\n`);
      });
    return undefined;
  },
};

const LINES: Readonly<Record<Shell, (one: Candidate) => string>> = {
  bash: ({ value }) => value.replace(/[ '"\\$&|;()<>*?]/g, "\\$&"),
  zsh: ({ value, says }) => `${value.replaceAll(":", "\\:")}${says === "" ? "" : `:${says}`}`,
  fish: ({ value, says }) => `${value}${says === "" ? "" : `\t${says}`}`,
};
