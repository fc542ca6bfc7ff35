import type { SqlClient, SqlQueries } from "../../../src/stores/benchmarks";

/** A client that tells every statement before it runs; an error of the listener is an error of the statement. */
export function watchedClient(client: SqlClient, onStatement: (sql: string) => void): SqlClient {
  const watched = (queries: SqlQueries): SqlQueries => ({
    query: async (sql, parameters) => {
      onStatement(sql);
      return queries.query(sql, parameters);
    },
  });
  return {
    ...watched(client),
    transaction: (work) => client.transaction((queries) => work(watched(queries))),
    revision: () => client.revision(),
    close: () => client.close(),
  };
}
