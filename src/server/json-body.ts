import { parseJson } from "../core/lang";
import { badRequest } from "./http-problem";

/** JSON body of a request: its text, and its value, parsed on demand. */
export class JsonBody {
  private parsed: { readonly value: unknown } | undefined;

  constructor(readonly text: string) {}

  /** @throws HttpProblem for a text that is not JSON */
  get value(): unknown {
    this.parsed ??= { value: parseJson(this.text, () => badRequest("The body is not valid JSON")) };
    return this.parsed.value;
  }
}
