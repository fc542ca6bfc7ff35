import { firstErrorOrAll } from "./promises";

/** A value if it is known, or a promise if it must be computed: frequent reads avoid the cost of promises. */
export type Eventually<T> = T | Promise<T>;

export function then<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

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
      // Pending promises come first, so that no rejection is left unhandled.
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

/** The value or, if that fails immediately or later, a fallback. */
export function orElse<T>(ask: () => Eventually<T>, otherwise: () => Eventually<T>): Eventually<T> {
  try {
    const answer = ask();
    return answer instanceof Promise ? answer.catch(otherwise) : answer;
  } catch {
    return otherwise();
  }
}
