import { parseJson } from "../../core/helpers";
import { badRequest } from "../errors/http-problem";
import { hasManyNames, MOST_NAMES } from "./json-names";

/** Deeper than any limit of what is nested in variables: to parse ten million levels takes 700 MB. */
const MOST_LEVELS = 1_000_000;

/** Shared: it has no state between complete texts. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** JSON body of a request: its bytes in UTF-8 or its text, and its value, decoded and parsed on demand. */
export class JsonBody {
  private decoded: string | undefined;
  private parsed: { readonly value: unknown } | undefined;

  constructor(readonly sent: Uint8Array | string) {}

  /** Number of bytes; of characters if it was made from a text. */
  get length(): number {
    return this.sent.length;
  }

  /** @throws HttpProblem for bytes that are not UTF-8 */
  get text(): string {
    this.decoded ??= typeof this.sent === "string" ? this.sent : decoded(this.sent);
    return this.decoded;
  }

  /** @throws HttpProblem for a text that is not JSON, or takes too much to be parsed */
  get value(): unknown {
    if (this.parsed === undefined && isDeep(this.text))
      throw badRequest(`The body is nested more than ${MOST_LEVELS} levels deep`);
    if (this.parsed === undefined && hasManyNames(this.text))
      throw badRequest(`The body has more than ${MOST_NAMES} different names`);
    this.parsed ??= { value: parseJson(this.text, () => badRequest("The body is not valid JSON")) };
    return this.parsed.value;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badRequest("The body is not valid UTF-8");
  }
}

const [QUOTE, BACKSLASH, LIST, OBJECT, END_OF_LIST, END_OF_OBJECT] = ['"', "\\", "[", "{", "]", "}"].map(
  (one) => one.charCodeAt(0),
);

/** Texts that begin fewer levels cannot be, and are not looked through: it takes half as long as to parse them. */
function isDeep(text: string): boolean {
  if (text.length <= MOST_LEVELS || !beginsMoreThan(MOST_LEVELS, text)) return false;
  let levels = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isInString = !isInString;
    else if (isInString) at += code === BACKSLASH ? 1 : 0;
    else if (code === LIST || code === OBJECT) levels += 1;
    else if (code === END_OF_LIST || code === END_OF_OBJECT) levels -= 1;
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}

/** Whether a text has more opening brackets, those in strings included. */
function beginsMoreThan(most: number, text: string): boolean {
  let found = 0;
  for (const bracket of ["[", "{"])
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1))
      if (++found > most) return true;
  return false;
}
