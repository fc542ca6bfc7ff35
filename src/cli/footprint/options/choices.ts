import { Argument, Option } from "commander";

/** Possible values; for a value in parts, possible continuations. */
export type Completions = readonly string[] | ((typed: string) => readonly string[]);

/** An option whose values can be completed. */
export class ChoiceOption extends Option {
  constructor(
    flags: string,
    description: string,
    readonly completions: Completions,
  ) {
    super(flags, description);
  }
}

/** An argument whose values can be completed. */
export class ChoiceArgument extends Argument {
  constructor(
    name: string,
    description: string,
    readonly completions: readonly string[],
  ) {
    super(name, description);
  }
}

/** Possible values of an option or argument with this beginning; none if any value is possible. */
export function completionsOf(of: Option | Argument, typed: string): readonly string[] {
  if (of instanceof ChoiceOption)
    return typeof of.completions === "function" ? of.completions(typed) : of.completions;
  if (of instanceof ChoiceArgument) return of.completions;
  return of.argChoices ?? [];
}
