import { flat, type Known, LONG, Pieces } from "./pieces";

/** JSON, or JSON to come. */
export type Text = Known | Promise<Known>;

/** An answer that is more than data, with errors for example: graphql-js has to execute the operation. */
export class NotAnswered extends Error {}

/** An answer of more bytes than allowed: found while it is printed, before all of it is in memory. */
export class AnswerTooLong extends Error {
  /** @param found least number of its bytes */
  constructor(readonly found: number) {
    super("the answer is too long");
  }
}

/**
 * Texts one after the other, of at most so many bytes. Each starts before any is awaited, so that their loads share one batch.
 * When one throws, the others are no longer awaited: their rejections must not end the process.
 */
export function inOrder<T>(
  all: readonly T[],
  textOf: (one: T, index: number) => Text,
  join: (texts: readonly Known[]) => Known,
  mostBytes: number,
): Text {
  const texts: Text[] = [];
  let isComplete = true;
  let leastBytes = 0;
  const count = (text: Known): Known => {
    leastBytes += text.length;
    if (leastBytes > mostBytes) throw new AnswerTooLong(leastBytes);
    return leastBytes > LONG ? flat(text) : text;
  };
  try {
    for (let index = 0; index < all.length; index++) {
      const text = textOf(all[index] as T, index);
      if (!isKnown(text)) isComplete = false;
      texts.push(isKnown(text) ? count(text) : text.then(count));
    }
  } catch (error) {
    for (const text of texts) if (!isKnown(text)) text.catch(() => undefined);
    throw error;
  }
  return isComplete ? join(texts as Known[]) : Promise.all(texts).then(join);
}

export function isKnown(text: Text): text is Known {
  return typeof text === "string" || text instanceof Pieces;
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}

/** @throws NotAnswered for what is no object: it has no properties to read */
export function requireObject(value: unknown): void {
  if (value == null) throw new NotAnswered("null where a value is required");
  // A promise that comes from a resolver was awaited; one that comes from a property is nothing to read properties of.
  if (typeof value !== "object" || value instanceof Error || isPromise(value))
    throw new NotAnswered("what is no object where one is expected");
}
