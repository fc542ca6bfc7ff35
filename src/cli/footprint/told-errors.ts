import { FootprintError } from "../../answers";
import { kebab } from "../../answers/product-named";
import { DataError, describeProblem } from "../../core/factors";
import { EXIT, type ExitCode } from "./exit-codes";

const MOST_PROBLEMS = 10;

/** What is wrong, in the words of a command line, and what to end with. */
export function toldError(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof FootprintError) {
    // Who named a field can mend it; anything else may be answered another time.
    return { text: `error: ${inOptions(error)}`, code: error.field === null ? EXIT.failed : EXIT.misused };
  }
  if (error instanceof DataError) {
    const problems = error.problems.slice(0, MOST_PROBLEMS).map(describeProblem);
    return { text: ["error: the data cannot be read:", ...problems].join("\n  "), code: EXIT.failed };
  }
  const message = error instanceof Error && !(error instanceof TypeError) ? error.message : fault(error);
  return { text: `error: ${message}`, code: EXIT.failed };
}

/** A message that begins with its field begins with its option. */
function inOptions({ message, field }: FootprintError): string {
  if (field === null || /[.]/.test(field) || !message.startsWith(`${field} `)) return message;
  return `--${kebab(field)}${message.slice(field.length)}`;
}

function fault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
