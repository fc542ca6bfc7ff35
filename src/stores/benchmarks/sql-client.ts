/** A parameter. Lists are lists of texts, cast in the SQL: the only form that both drivers bind in the same way. */
export type SqlValue = string | number | null | readonly (string | null)[];

/** Selected columns are texts, 32-bit integers and doubles: the types that both drivers read in the same way. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** The database is unavailable, busy or too slow: a retry may succeed later. */
export class DatabaseAway extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "DatabaseAway";
  }
}

export interface SqlQueries {
  /** Runs one statement with the parameters `$1`, `$2` … */
  query(sql: string, parameters?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
}

/** What the store needs of a database. The SQL is the same for PostgreSQL and DuckDB. */
export interface SqlClient extends SqlQueries {
  /**
   * Runs the work in one transaction: committed if its promise is fulfilled, otherwise rolled back.
   * Transactions on a database are serialised, also with those of other processes: what one reads before it
   * writes stays valid until it commits. Plain queries do not wait.
   */
  transaction<T>(work: (queries: SqlQueries) => Promise<T>): Promise<T>;

  /**
   * A text that changes with every commit of any process; cheap to read.
   * Null if unknown. Never fails, as the query that follows will.
   */
  revision(): Promise<string | null>;

  /** Idempotent. */
  close(): Promise<void>;
}
