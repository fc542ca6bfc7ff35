/** Error codes, which are for programs: `UNKNOWN_ZONE`, `BAD_USER_INPUT`. */
const CODE = /\b[A-Z]{2,}(_[A-Z]+)+\b/;

/** A sentence that only repeats the label: "Zone.", "Name of the Instance type.". */
const NO_MORE = /^([A-Z]\w*|(Name|Identifier|Model) of the [\w' -]*)\.$/;

/**
 * Help of a field: its description without parts for programs, such as error codes, and
 * without what the form shows already: its name, its unit, its example.
 */
export function hintOf(description: string): string {
  return description
    .replace(/; \w+ lists them\b/g, "")
    .replace(/[,;]? otherwise [A-Z_]+(,? or [A-Z_]+)*/g, "")
    .replace(/ \[[^\]]*\]/g, "")
    .replace(/, for example `?[\w.-]+`?(?: or `?[\w.-]+`?)?(?=[.,;]|$)/g, "")
    .replace(/, 0 to 10\^\d+/g, "")
    .replace(/,? (with|and) a note(?=\.|$)/g, "")
    .split(/(?<=[.:]) (?=[A-Z`])/)
    .filter((sentence) => !CODE.test(sentence) && !NO_MORE.test(sentence.trim()) && sentence.trim() !== "")
    .join(" ")
    .replace(
      /`([a-z]+)((?:[A-Z][a-z]+)+)`/g,
      (_, first, rest) => `${first}${rest.replace(/[A-Z]/g, (letter: string) => ` ${letter.toLowerCase()}`)}`,
    )
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
