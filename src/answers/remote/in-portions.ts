import { GraphRefusal } from "./client";

/**
 * Answers to all lines. How many a request may have is a setting of each server: where it refuses them as too many, half of
 * them are sent at a time, and so on, down to one.
 */
export async function inPortions<Line, Answer>(
  lines: readonly Line[],
  ask: (lines: readonly Line[]) => Promise<Answer>,
): Promise<readonly Answer[]> {
  try {
    return [await ask(lines)];
  } catch (error) {
    if (lines.length < 2 || !isOfTooMany(error)) throw error;
    const middle = Math.ceil(lines.length / 2);
    return [
      ...(await inPortions(lines.slice(0, middle), ask)),
      ...(await inPortions(lines.slice(middle), ask)),
    ];
  }
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
