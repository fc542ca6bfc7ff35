import { Argument, Option } from "commander";

/** What a value can be; of one that is typed in parts, how it can go on. */
export type Completions = readonly string[] | ((typed: string) => readonly string[]);

/** An option whose values completion knows. */
export class ChoiceOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly completions: Completions,
  ) {
    super(flags, description);
  }
}

/** An argument whose values completion knows. */
export class ChoiceArgument extends Argument {
  constructor(
    name: string,
    description: string,
    readonly completions: readonly string[],
  ) {
    super(name, description);
  }
}

/** What can be given for an option or an argument that begins as it is typed; none where anything can. */
export function completionsOf(of: Option | Argument, typed: string): readonly string[] {
  if (of instanceof ChoiceOption)
    return typeof of.completions === "function" ? of.completions(typed) : of.completions;
  if (of instanceof ChoiceArgument) return of.completions;
  return of.argChoices ?? [];
}
