import { Argument } from "commander";
import { COMPLETION_SCRIPTS, SHELLS, type Shell } from "../completion-scripts";
import type { CommandModule } from "../context";

export const completionCommand: CommandModule = {
  build(command, { io }) {
    command
      .addArgument(new Argument("<shell>", "whose script is printed").choices(SHELLS))
      .action((shell: Shell) => io.out.write(COMPLETION_SCRIPTS[shell]));
    return undefined;
  },
};
