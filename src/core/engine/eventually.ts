/** At once where it is known, a promise where it has to be computed: thousands of lines do without a promise each. */
export type Eventually<T> = T | Promise<T>;

export function then<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** What each of them is answered, in their order. Where one fails at once, others that are under way fail to nobody. */
export function allOf<S, T>(
  sources: readonly S[],
  ask: (source: S) => Eventually<T>,
): Eventually<readonly T[]> {
  const answers: Eventually<T>[] = [];
  try {
    for (const source of sources) answers.push(ask(source));
  } catch (error) {
    for (const answer of answers) if (answer instanceof Promise) answer.catch(() => undefined);
    throw error;
  }
  return answers.some((answer) => answer instanceof Promise) ? Promise.all(answers) : (answers as T[]);
}
