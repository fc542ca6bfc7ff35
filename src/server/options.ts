import { DEFAULT_LIMITS, type Limits } from "../graphql/limits";

/** Settings of the served graph. */
export interface GraphqlOptions {
  /** Whether introspection is enabled; if not, error messages do not name parts of the schema either. */
  readonly introspection: boolean;
  /** Whether introspection also shows fields and types of federation, which are for gateways only. */
  readonly introspectsMachinery: boolean;
  /** Apollo's automatic persisted queries; without effect if only trusted documents are allowed. */
  readonly automaticPersistedQueries: boolean;
  /** Folder or manifest of trusted documents; null if any document may be executed. */
  readonly trustedDocuments: string | null;
  /** Limits of a request, including its time. */
  readonly limits: Limits;
}

export const DEFAULT_OPTIONS: GraphqlOptions = {
  introspection: true,
  introspectsMachinery: false,
  automaticPersistedQueries: true,
  trustedDocuments: null,
  limits: DEFAULT_LIMITS,
};
