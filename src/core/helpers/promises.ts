/** What all of them answer, in their order; the error is that of the first in their order, whichever fails first in time. */
export async function firstErrorOrAll<T>(answers: readonly (T | Promise<T>)[]): Promise<T[]> {
  const settled = await Promise.allSettled(answers);
  return settled.map((one) => {
    if (one.status === "rejected") throw one.reason;
    return one.value as T;
  });
}
