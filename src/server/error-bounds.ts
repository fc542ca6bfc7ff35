import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";

const MOST_ERRORS = 10;
/** Characters at the beginning and at the end of a message that is longer than both. */
const [HEAD, TAIL] = [300, 700];

/** Messages quote what was sent, which can be as long as a request. What is wrong with it stands at the end. */
export function boundedMessage<Shown extends GraphQLFormattedError>(error: Shown): Shown {
  const { message } = error;
  if (message.length <= HEAD + TAIL) return error;
  return { ...error, message: `${message.slice(0, HEAD)} … ${message.slice(-TAIL)}` };
}

/** What is refused before a field is run tells its first errors alone: later ones are mostly the same again. */
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
