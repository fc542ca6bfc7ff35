import { foldName } from "../../../core/errors";
import type { ProductField } from "../../../library";
import { optionNameOf } from "./field-names";

/** Message about words besides the offer, with the options that they are probably values of. */
export function aboutExcess(words: readonly string[], fields: readonly ProductField[]): string {
  const options = words.map((word) => {
    const field = fieldTaking(word, fields);
    return field === undefined ? word : `--${optionNameOf(field)} ${word}`;
  });
  return `too many arguments: ${words.join(" ")}. Only the offer is written without its option: ${
    options.join() === words.join() ? "--help lists them" : options.join(" ")
  }.`;
}

/** A field that has the word among its choices, or else the amount that must be given. */
function fieldTaking(word: string, fields: readonly ProductField[]): ProductField | undefined {
  const others = fields.filter(({ role }) => role !== "OFFER" && role !== "NESTED");
  const chosen = others.find(({ choices }) => choices?.some((one) => foldName(one) === foldName(word)));
  if (chosen !== undefined || !/^\d/.test(word)) return chosen;
  return others.find(({ required, unit }) => required && unit !== null);
}
