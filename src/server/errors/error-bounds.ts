import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

const MOST_ERRORS = 10;
/** Characters that are kept at the beginning and at the end of a longer message. */
const [HEAD, TAIL] = [300, 700];

/** Messages quote the request, so they can be as long as it is. The reason is at the end. */
export function boundedMessage<Shown extends GraphQLFormattedError>(error: Shown): Shown {
  const { message } = error;
  if (message.length <= HEAD + TAIL) return error;
  return { ...error, message: `${message.slice(0, HEAD)} … ${message.slice(-TAIL)}` };
}

/** A request that is refused before execution has its first errors only: later ones mostly repeat them. */
export function withFewErrors(answer: FormattedExecutionResult): FormattedExecutionResult {
  const { data, errors = [] } = answer;
  if (data !== undefined || errors.length <= MOST_ERRORS) return answer;
  const [first] = errors as [GraphQLFormattedError];
  const more = {
    message: `There are ${errors.length} errors; the first ${MOST_ERRORS} are listed.`,
    ...(first.extensions === undefined ? {} : { extensions: { code: first.extensions.code } }),
  };
  return { ...answer, errors: [...errors.slice(0, MOST_ERRORS), more] };
}
