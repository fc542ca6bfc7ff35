import { DEFAULT_LIMITS, type Limits } from "../graphql/limits";

/** What an operator decides about the graph that is served. */
export interface GraphqlOptions {
  /** Whether introspection is answered; off, messages name nothing of the schema either. */
  readonly introspection: boolean;
  /** Whether introspection also shows what is there for gateways alone: the machinery of federation. */
  readonly introspectsMachinery: boolean;
  /** Apollo's automatic persisted queries; without effect when documents are trusted ones. */
  readonly automaticPersistedQueries: boolean;
  /** Folder or manifest of the only documents that may be run; null for any document. */
  readonly trustedDocuments: string | null;
  /** What a request may ask, and how long it may take. */
  readonly limits: Limits;
}

export const DEFAULT_OPTIONS: GraphqlOptions = {
  introspection: true,
  introspectsMachinery: false,
  automaticPersistedQueries: true,
  trustedDocuments: null,
  limits: DEFAULT_LIMITS,
};
