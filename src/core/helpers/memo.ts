/** A function that computes its value when it is first called, and remembers it. */
export function memo<T>(compute: () => T): () => T {
  let memoized: { readonly value: T } | undefined;
  return () => {
    memoized ??= { value: compute() };
    return memoized.value;
  };
}
