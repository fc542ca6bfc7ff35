/** JSON, or JSON to come. */
export type Text = string | Promise<string>;

/** An answer that is more than data: somebody else has to execute the operation and tell what there is to tell. */
export class NotAnswered extends Error {}

/**
 * Texts one after the other. Each is asked for before any is awaited, so that what they load is loaded in one batch.
 * When one throws, nobody waits for those that are to come: what becomes of them is no fault of the process.
 */
export function inOrder<T>(
  all: readonly T[],
  textOf: (one: T, index: number) => Text,
  join: (texts: readonly string[]) => string,
): Text {
  const texts: Text[] = [];
  let isComplete = true;
  try {
    for (let index = 0; index < all.length; index++) {
      const text = textOf(all[index] as T, index);
      if (typeof text !== "string") isComplete = false;
      texts.push(text);
    }
  } catch (error) {
    for (const text of texts) if (typeof text !== "string") text.catch(() => undefined);
    throw error;
  }
  return isComplete ? join(texts as string[]) : Promise.all(texts).then(join);
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}
