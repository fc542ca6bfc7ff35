import type { Deadline } from "./deadline";

/**
 * Begins work on one after the other, and awaits what is pending when so many are, so that what they wait for is loaded together.
 * In between, others have their turn, and the deadline its say.
 * @param begin undefined for work that is done at once
 * @throws DomainError REQUEST_TIMEOUT when the deadline has passed; what work fails with
 */
export async function sideBySide<T>(
  all: Iterable<T>,
  begin: (one: T) => Promise<unknown> | undefined,
  { most, deadline }: { readonly most: number; readonly deadline: Deadline },
): Promise<void> {
  let pending: Promise<unknown>[] = [];
  for (const one of all) {
    const begun = begin(one);
    if (begun !== undefined) pending.push(begun);
    if (pending.length >= most) {
      await Promise.all(pending);
      pending = [];
    }
    if (deadline.isRestDue) await deadline.rest();
  }
  await Promise.all(pending);
}
