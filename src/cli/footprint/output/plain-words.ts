import { kebab } from "../../../library/product-named";

/** Names of what a period is said by, in answers and here. */
const OF_PERIOD = "hours|from|to|asOf";
const MARKED = new RegExp(`\`(${OF_PERIOD})\``, "g");
const GIVEN = new RegExp(`\\b(?:during\\.)?(${OF_PERIOD}): "([^"]+)"`, "g");

/** Rewrites a message for the command line: names of fields become options, without code marks. */
export function plainWords(text: string): string {
  return text
    .replace(GIVEN, (_given, name: string, value: string) => `--${kebab(name)} ${value}`)
    .replace(MARKED, (_marked, name: string) => `--${kebab(name)}`)
    .replace(/\b(?:during\.)?asOf\b/g, "--as-of")
    .replaceAll("`", "");
}

/**
 * Removes control characters that move the cursor, set colours or change the writing direction: texts of a file or a server can
 * have any. Line ends and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "\ufffd");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
