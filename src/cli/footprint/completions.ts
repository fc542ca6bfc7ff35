import type { Argument, Command, Option } from "commander";
import type { Context } from "./context";
import { completionsOf } from "./options/choices";
import { normalised } from "./options/normalise";

export interface Candidate {
  readonly value: string;
  /** A short description. */
  readonly says: string;
}

const MOST_WORDS = 60;

/** Completions of the last word: commands, products, options, or values of the option before it. */
export async function candidatesFor(words: readonly string[], context: Context): Promise<Candidate[]> {
  const told = wholeWords(words).filter((word) => word !== "--");
  const partial = told.at(-1) ?? "";
  const candidates = await candidatesOf(partial, normalised(told.slice(0, -1)), context);
  // If the shell split a word, it replaces only the last part of it.
  const last = words.at(-1) ?? "";
  const kept = partial.length - (isMark(last) ? 0 : last.length);
  return candidates.map((one) => ({ ...one, value: one.value.slice(kept) }));
}

/** Some shells pass the = of `--zone=fr-par-2`, and the : of a name, as separate words. */
function wholeWords(words: readonly string[]): string[] {
  const whole: string[] = [];
  for (const [at, word] of words.entries()) {
    const isPart = at > 0 && (isMark(word) || isMark(words[at - 1] as string));
    if (isPart) whole[whole.length - 1] += word;
    else whole.push(word);
  }
  return whole;
}

function isMark(word: string): boolean {
  return word === "=" || word === ":";
}

async function candidatesOf(
  partial: string,
  before: readonly string[],
  context: Context,
): Promise<Candidate[]> {
  const command = await commandOf(before, context);
  if (command === null) return [];
  const [, option, text] = /^(--[^=]+)=(.*)$/s.exec(partial) ?? [];
  if (option !== undefined && text !== undefined)
    return starting(text, valuesOf(optionNamed(option, command), text)).map((one) => ({
      ...one,
      value: `${option}=${one.value}`,
    }));
  return starting(partial, [...following(before, partial, command)]);
}

/** The command typed so far; null if a word is not a command. */
async function commandOf(before: readonly string[], context: Context): Promise<Command | null> {
  const { program, args } = await context.program(before);
  let command = program;
  for (const word of args) {
    const below = command.commands.find((one) => one.name() === word);
    if (below === undefined) break;
    command = below;
  }
  return command;
}

function* following(before: readonly string[], partial: string, command: Command): Generator<Candidate> {
  const last = optionNamed(before.at(-1) ?? "", command);
  if (last?.required) yield* valuesOf(last, partial);
  else if (partial.startsWith("-")) {
    for (const { long, description, hidden } of command.options)
      if (long != null && !hidden) yield { value: long, says: shortened(description) };
    yield { value: "--help", says: "this help" };
  } else if (command.commands.length > 0) {
    for (const one of visible(command))
      yield { value: one.name(), says: shortened(one.summary() || one.description()) };
  } else yield* valuesOf(argumentAt(before, command), partial);
}

function visible(command: Command): readonly Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== "help");
}

/** The next positional argument. */
function argumentAt(before: readonly string[], command: Command): Argument | undefined {
  const isTop = (word: string, at: number): boolean => {
    const option = optionNamed(before[at - 1] ?? "", command);
    return !word.startsWith("-") && !option?.required;
  };
  const depth = depthOf(command);
  const given = before.filter(isTop).length - depth;
  return command.registeredArguments[given];
}

/** Number of words of the command's name. */
function depthOf(command: Command): number {
  return command.parent === null ? 0 : 1 + depthOf(command.parent);
}

function optionNamed(flag: string, command: Command): Option | undefined {
  return command.options.find(({ long, short }) => flag !== "" && (long === flag || short === flag));
}

function valuesOf(of: Option | Argument | undefined, typed: string): Candidate[] {
  return of === undefined ? [] : completionsOf(of, typed).map((value) => ({ value, says: "" }));
}

function starting(text: string, candidates: readonly Candidate[]): Candidate[] {
  const typed = text.toLowerCase();
  return candidates.filter(({ value }) => value.toLowerCase().startsWith(typed));
}

function shortened(text: string): string {
  const [first = ""] = text.split(/(?<=\.)\s|\n/);
  return first.length <= MOST_WORDS ? first : `${first.slice(0, MOST_WORDS - 1)}…`;
}
