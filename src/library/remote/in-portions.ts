import { GraphRefusal } from "./client";

/**
 * Answers to all lines, so many at a time. How many a request may have is a setting of each server: where it refuses them as too many,
 * half of them are sent at a time, and so on, down to one.
 */
export async function inPortions<Line, Answer>(
  lines: readonly Line[],
  most: number,
  ask: (lines: readonly Line[]) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < lines.length; at += most) {
    const some = lines.slice(at, at + most);
    try {
      answers.push(await ask(some));
    } catch (error) {
      if (some.length < 2 || !isOfTooMany(error)) throw error;
      answers.push(...(await inPortions(some, Math.ceil(some.length / 2), ask)));
    }
  }
  return answers;
}

const TOO_MUCH: ReadonlySet<string> = new Set(["QUERY_TOO_COMPLEX", "PAYLOAD_TOO_LARGE"]);

/** Fewer lines may be taken. */
export function isOfTooMany(error: unknown): boolean {
  return (
    error instanceof GraphRefusal &&
    error.all.some(
      ({ code, field }) => TOO_MUCH.has(code) || (code === "BAD_USER_INPUT" && field === "items"),
    )
  );
}
