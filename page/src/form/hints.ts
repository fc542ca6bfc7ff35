/** Codes of errors, which programs are told of: `UNKNOWN_ZONE`, `BAD_USER_INPUT`. */
const CODE = /\b[A-Z]{2,}(_[A-Z]+)+\b/;

/**
 * What a field means, for people: its description without what programs are told, such as the error of a wrong value, and
 * without the unit in brackets, which stands beside the field.
 */
export function hintOf(description: string): string {
  return description
    .replace(/; \w+ lists them\b/g, "")
    .replace(/[,;]? otherwise [A-Z_]+(,? or [A-Z_]+)*/g, "")
    .replace(/ \[[^\]]*\]/g, "")
    .split(/(?<=[.:]) (?=[A-Z`])/)
    .filter((sentence) => !CODE.test(sentence) && sentence.trim() !== "")
    .join(" ")
    .replaceAll("`", "")
    .trim();
}

/** `IMPACT_WEIGHTED` is "Impact weighted"; names of offers and models stay as they are. */
export function choiceText(choice: string): string {
  if (choice === "true") return "Yes";
  if (choice === "false") return "No";
  if (!/^[A-Z]{3,}(_[A-Z]+)*$/.test(choice)) return choice;
  const words = choice.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
