import type { FormattedExecutionResult } from "graphql";
import { LimitError, type Limits } from "../../graphql/limits";
import { withFewErrors } from "../errors/error-bounds";

/** What each response ends with; it counts among its bytes. */
export const LINE_END = "\n";

/** Most bytes of the JSON of a response. */
export function mostJsonBytes({ answerBytes }: Limits): number {
  return answerBytes - LINE_END.length;
}

/** Serialises responses. One that is too long is replaced by an error. */
export function answerText(limits: Limits): (answer: FormattedExecutionResult) => string {
  const most = mostJsonBytes(limits);
  return (answer) => {
    const text = printed(withFewErrors(answer));
    const bytes = text === null ? most + 1 : Buffer.byteLength(text);
    return text === null || bytes > most ? tooLong(bytes, limits) : `${text}${LINE_END}`;
  };
}

/** What is answered instead of a response of more bytes than allowed. @param found at least how many its JSON has */
export function tooLong(found: number, { answerBytes }: Limits): string {
  const { message, extensions } = new LimitError("answerBytes", found + LINE_END.length, answerBytes, true);
  return `${JSON.stringify({ errors: [{ message, extensions }], data: null })}${LINE_END}`;
}

/** Null if the text would be longer than a string can be. */
function printed(answer: FormattedExecutionResult): string | null {
  try {
    return JSON.stringify(answer);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
