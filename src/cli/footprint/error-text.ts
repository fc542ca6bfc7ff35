import { DataError, describeProblem } from "../../core/factors";
import { FootprintError } from "../../library";
import { kebab } from "../../library/product-named";
import { EXIT, type ExitCode } from "./exit-codes";
import { plainWords } from "./output/plain-words";

const MOST_PROBLEMS = 10;

/** Message of an error for the command line, and the exit code. */
export function errorText(error: unknown): { readonly text: string; readonly code: ExitCode } {
  if (error instanceof FootprintError) {
    // With a field, the user can correct the request; other errors may be temporary.
    return { text: `error: ${inOptions(error)}`, code: error.field === null ? EXIT.failed : EXIT.misused };
  }
  if (error instanceof DataError) {
    const problems = error.problems.slice(0, MOST_PROBLEMS).map(describeProblem);
    return { text: ["error: the data cannot be read:", ...problems].join("\n  "), code: EXIT.failed };
  }
  const message = error instanceof Error && !(error instanceof TypeError) ? error.message : fault(error);
  return { text: `error: ${message}`, code: EXIT.failed };
}

/** Replaces the field of a request by its option, also in a list or in the second resource. */
function inOptions({ message, field }: FootprintError): string {
  if (field === null) return plainWords(message);
  const { side, option, below } = optionOf(field);
  const name = field.split(".").at(-1) as string;
  const begun = [field, name].find((one) => message.startsWith(`${one} `));
  const list = below === "" ? "" : `${option}: `;
  if (begun === undefined) return plainWords(`${side}${list}${message}`);
  return plainWords(`${side}${list}${below === "" ? option : below}${message.slice(begun.length)}`);
}

/** `pools.1.nodeType` belongs to the second `--pool`, `b.zone` to the second resource. */
function optionOf(field: string): { side: string; option: string; below: string } {
  const [, path = field] = /^[ab]\.(.+)$/.exec(field) ?? [];
  const side = field.startsWith("b.") ? "the second resource: " : "";
  const [, list, at, below] = /^(\w+)\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (list === undefined || below === undefined) return { side, option: `--${kebab(path)}`, below: "" };
  const which = Number(at) === 0 ? "" : ` (number ${Number(at) + 1})`;
  return { side, option: `--${kebab(list).replace(/s$/, "")}${which}`, below: kebab(below) };
}

function fault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
