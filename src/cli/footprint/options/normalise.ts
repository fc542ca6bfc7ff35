import { kebab } from "../../../library/product-named";

/** Normalises the spelling of options: `--cpuLoadPercent` and `--cpu_load_percent` are `--cpu-load-percent`. */
export function normalised(args: readonly string[]): string[] {
  const end = args.indexOf("--");
  const until = end < 0 ? args.length : end;
  return args.map((arg, index) => (index < until && /^--[A-Za-z]/.test(arg) ? spelt(arg) : arg));
}

function spelt(arg: string): string {
  const [, name = "", rest = ""] = /^--([^=]*)(.*)$/s.exec(arg) ?? [];
  return `--${kebab(name.replaceAll("_", "-"))}${rest}`;
}

const SAYS = /^(true|false|yes|no)$/i;

/** A flag without a value is true: the next argument is not its value. */
export function withFlagValues(args: readonly string[], flags: ReadonlySet<string>): string[] {
  return args.map((arg, index) =>
    flags.has(arg) && !SAYS.test(args[index + 1] ?? "") ? `${arg}=true` : arg,
  );
}
