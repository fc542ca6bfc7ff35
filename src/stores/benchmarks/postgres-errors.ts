/**
 * SQLSTATE classes of temporary errors: connection exceptions (08), insufficient resources (53), operator
 * intervention such as a shutdown or a cancelled statement (57), and system errors, such as of the disk (58).
 */
const AWAY_STATES = /^(08|53|57|58)/;

/** Errors of the driver and the network have no SQLSTATE, but a code or only a message. */
const AWAY_TEXTS =
  /connection terminated|query read timeout|timeout exceeded|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH/i;

/** Whether a query failed because the database is unavailable, and not because of the query. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isState = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in error;
  return isState ? AWAY_STATES.test(code) : AWAY_TEXTS.test(`${String(code)} ${error.message}`);
}

/** A host with several addresses fails with an AggregateError, which has no message of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** SQLSTATE of a missing privilege, and of a read-only database, such as a replica. */
const REFUSED_STATES = ["42501", "25006"];

/** Whether a statement failed because the role or the database is read-only. */
export function isRefused(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && REFUSED_STATES.includes(code);
}
