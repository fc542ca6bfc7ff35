/** Breaking: a document, or a supergraph, that was right is refused. Dangerous: it may be answered otherwise. */
export type Severity = "BREAKING" | "DANGEROUS";

export interface SchemaChange {
  readonly severity: Severity;
  /** Kind of the change, for example FIELD_REMOVED. */
  readonly type: string;
  readonly description: string;
}

export function change(severity: Severity, type: string, description: string): SchemaChange {
  return { severity, type, description };
}

/** A change in a line, its severity first. */
export function lineOf({ severity, type, description }: SchemaChange): string {
  return `${severity} ${type}: ${description.replace(/\s+/g, " ")}`;
}
