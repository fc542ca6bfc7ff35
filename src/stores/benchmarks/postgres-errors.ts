/**
 * SQLSTATE of a server that goes, comes, or has no room: connection exceptions (class 08), no resources (53), operator
 * intervention such as a shutdown or a cancelled statement (57), and errors outside the database, such as of its disk (58).
 */
const AWAY_STATES = /^(08|53|57|58)/;

/** Errors of the driver and the network have no SQLSTATE, but a name or only a text. */
const AWAY_TEXTS =
  /connection terminated|query read timeout|timeout exceeded|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH/i;

/** Whether a query failed because the database is away, and not because of the query. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const isState = typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && "severity" in error;
  return isState ? AWAY_STATES.test(code) : AWAY_TEXTS.test(`${String(code)} ${error.message}`);
}

/** A name with several addresses fails with an error per address and no message of its own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** SQLSTATE of a right that the role lacks, and of a database that takes no writes, such as a replica. */
const REFUSED_STATES = ["42501", "25006"];

/** Whether a statement failed because this role, or this database, may only be read. */
export function isRefused(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === "string" && REFUSED_STATES.includes(code);
}
