import { Argument, Option } from "commander";

/** An option whose values completion knows. */
export class ChoiceOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly completions: readonly string[],
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

/** What can be given for an option or an argument; none where anything can. */
export function completionsOf(of: Option | Argument): readonly string[] {
  if (of instanceof ChoiceOption || of instanceof ChoiceArgument) return of.completions;
  return of.argChoices ?? [];
}
