/** A parameter. Lists are lists of texts, cast in the SQL: the one form that both drivers bind alike. */
export type SqlValue = string | number | null | readonly (string | null)[];

/** Columns that are selected are texts, 32-bit integers and doubles: the types that both drivers read alike. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** The database is away, busy or too slow: the same query may succeed later. */
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

/** All that the store needs of a database. The SQL is the same for each: what both PostgreSQL and DuckDB understand. */
export interface SqlClient extends SqlQueries {
  /**
   * Runs the work in one transaction: committed when its promise is fulfilled, else rolled back.
   * Transactions on one database wait for each other, also those of other processes: what one reads before it
   * writes stays true until it commits. Plain queries do not wait.
   */
  transaction<T>(work: (queries: SqlQueries) => Promise<T>): Promise<T>;

  /**
   * A text that is another one after anything was committed, by whomever; asking for it costs next to nothing.
   * Null where that is unknown, or unknown at present. Never fails: the query that follows does.
   */
  revision(): Promise<string | null>;

  /** May be called twice. */
  close(): Promise<void>;
}
