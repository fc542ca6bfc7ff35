import type { FormattedExecutionResult } from "graphql";
import { LimitError, type Limits } from "../../graphql/limits";
import { withFewErrors } from "../errors/error-bounds";

/** Serialises responses. One that is too long is replaced by an error. */
export function answerText({ answerBytes }: Limits): (answer: FormattedExecutionResult) => string {
  return (answer) => {
    const text = printed(withFewErrors(answer));
    const bytes = text === null ? answerBytes + 1 : Buffer.byteLength(text);
    return text === null || bytes > answerBytes ? tooLong(bytes, answerBytes) : `${text}\n`;
  };
}

/** What is answered instead of a response of more bytes than allowed. @param found at least how many it has */
export function tooLong(found: number, answerBytes: number): string {
  const { message, extensions } = new LimitError("answerBytes", found, answerBytes, true);
  return `${JSON.stringify({ errors: [{ message, extensions }], data: null })}\n`;
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
