import { Command, type Option } from "commander";

/** A command that refuses an option as the value of another: `--zone -q` has no zone. Negative numbers are values. */
export class FootprintCommand extends Command {
  override createCommand(name?: string): FootprintCommand {
    return new FootprintCommand(name);
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

/** `-` alone is stdin. */
function isOption(word: string | undefined): boolean {
  return word !== undefined && /^-(?![\d.]|$)/.test(word);
}
