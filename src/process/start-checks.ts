import type { BenchmarkStore } from "../core/language-models";
import { within } from "../server/pages/health";

/** Longer than a connection and a query may take: what they say is better than that nothing was said. */
const PATIENCE_MS = 15_000;

/**
 * A graph that was given a database starts only if that answers: an address that is wrong shows at the start, not with
 * the first client who asks for tokens.
 * @throws Error saying why it does not
 */
export async function requireDatabase(store: BenchmarkStore): Promise<void> {
  try {
    await within(PATIENCE_MS, () => store.ping());
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(`DATABASE_URL: ${reason instanceof Error ? reason.message : String(reason)}`, {
      cause: error,
    });
  }
}

/** Faults of code, which are found by their stack alone; anything else an operator can mend by its message. */
const BUGS = [TypeError, ReferenceError, SyntaxError];

/** What an operator reads of a start that failed. */
export function startFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return BUGS.some((kind) => error instanceof kind) ? (error.stack ?? error.message) : error.message;
}
