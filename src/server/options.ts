/** What an operator decides about the graph that is served. */
export interface GraphqlOptions {
  /** Whether the schema can be asked for; off, messages do not tell of it either. */
  readonly introspection: boolean;
  /** Whether a browser is shown the explorer. */
  readonly landingPage: boolean;
  /** Apollo's automatic persisted queries. */
  readonly automaticPersistedQueries: boolean;
}

export const DEFAULT_OPTIONS: GraphqlOptions = {
  introspection: true,
  landingPage: true,
  automaticPersistedQueries: true,
};
