import { Command, type Option } from "commander";
import { ChoiceOption } from "./options/choices";
import { RepeatedOption } from "./options/repeated";

/**
 * A command that refuses an option as the value of another (`--zone -q` has no zone; negative numbers are values), and a second
 * value where one is taken: one of them would be ignored.
 */
export class FootprintCommand extends Command {
  override createCommand(name?: string): FootprintCommand {
    return new FootprintCommand(name);
  }

  override addOption(option: Option): this {
    // Those of a resource are checked where its fields are read, as several options can give one field.
    const isChecked = option instanceof ChoiceOption || option instanceof RepeatedOption;
    if (option.required && !isChecked) {
      let before: string | undefined;
      // Before the library's own listener, which reads the value.
      this.on(`option:${option.name()}`, (text: string) => {
        const written = `${option.long} ${text}`;
        if (before !== undefined) refuseSecond(this, before, written);
        before = written;
      });
    }
    return super.addOption(option);
  }

  override parseOptions(args: string[]): ReturnType<Command["parseOptions"]> {
    for (let at = 0; at < args.length && args[at] !== "--"; at += 1) {
      const option = this.options.find(({ long, short }) => args[at] === long || args[at] === short);
      if (!option?.required) continue;
      at += 1;
      if (isOption(args[at])) this.refuse(option, args[at] as string);
    }
    return super.parseOptions(args);
  }

  private refuse({ flags, long }: Option, found: string): never {
    const hint = found === "--" ? "" : ` A value that begins with - is written ${long}=${found}.`;
    this.error(`error: option '${flags}' argument missing: ${found} stands where it belongs.${hint}`, {
      code: "commander.optionMissingArgument",
    });
  }
}

/** Of two values where one is taken. */
export function refuseSecond(command: Command, first: string, second: string): never {
  command.error(`error: two values where one is taken: ${first} and ${second}.`, {
    code: "commander.secondValue",
  });
}

/** `-` alone is stdin. */
function isOption(word: string | undefined): boolean {
  return word !== undefined && /^-(?![\d.]|$)/.test(word);
}
