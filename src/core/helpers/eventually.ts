/** A value if it is known, or a promise if it must be computed: frequent reads avoid the cost of promises. */
export type Eventually<T> = T | Promise<T>;

export function then<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}
