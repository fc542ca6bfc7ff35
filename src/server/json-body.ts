import { parseJson } from "../core/lang";
import { badRequest } from "./http-problem";

/** The JSON that a request carries: its text, and its value, parsed when it is read. */
export class JsonBody {
  private parsed: { readonly value: unknown } | undefined;

  constructor(readonly text: string) {}

  /** @throws HttpProblem for a text that is no JSON */
  get value(): unknown {
    this.parsed ??= { value: parseJson(this.text, () => badRequest("The body is not valid JSON")) };
    return this.parsed.value;
  }
}
