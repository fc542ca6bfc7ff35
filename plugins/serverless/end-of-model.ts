import type { LanguageModelEntry } from "../../src/core/language-models";

/** When a model ended and what took its place, as far as the operator says; begins with a space, or is empty. */
export function endOf({
  serverless_end: end,
  serverless_successor: successor,
}: LanguageModelEntry["row"]): string {
  const ended = end === null ? "" : ` It ended on ${end}.`;
  return successor === null ? ended : `${ended} Its successor is ${successor}.`;
}
