/** At once where it is known, a promise where it has to be computed: thousands of lines do without a promise each. */
export type Eventually<T> = T | Promise<T>;

export function then<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** All of them, in their order. */
export function all<T>(values: readonly Eventually<T>[]): Eventually<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
}
