import { type Eventually, firstErrorOrAll } from "../lang";

export { type Eventually, then } from "../lang";

/** What each of them is answered, in their order. The error is that of the first in their order that has one. */
export function allOf<S, T>(
  sources: readonly S[],
  ask: (source: S) => Eventually<T>,
): Eventually<readonly T[]> {
  const answers: Eventually<T>[] = [];
  for (const source of sources) {
    try {
      answers.push(ask(source));
    } catch (error) {
      // What is under way comes first, and must not fail to nobody.
      if (!answers.some(isPending)) throw error;
      answers.push(Promise.reject(error));
      break;
    }
  }
  return answers.some(isPending) ? firstErrorOrAll(answers) : (answers as T[]);
}

function isPending(answer: unknown): boolean {
  return answer instanceof Promise;
}

/** What is asked or, where that fails at once or later, something else. */
export function orElse<T>(ask: () => Eventually<T>, otherwise: () => Eventually<T>): Eventually<T> {
  try {
    const answer = ask();
    return answer instanceof Promise ? answer.catch(otherwise) : answer;
  } catch {
    return otherwise();
  }
}
