/** What a tab begins with. */
export interface Tab {
  readonly query: string;
  readonly variables?: string;
}

/** The query that a link holds (`?query=…&variables=…`), as GraphQL over HTTP writes it; null for none. */
export function asked(search: string): Tab | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get("query");
  if (!query?.trim()) return null;
  const variables = parameters.get("variables");
  return variables?.trim() ? { query, variables: indented(variables) } : { query };
}

function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    // It is shown as it came: the editor marks what is wrong.
    return json;
  }
}
