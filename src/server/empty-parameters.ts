const OPTIONAL = ["operationName", "variables", "extensions"];

/** The search of an address without the optional parameters that are empty: forms and clients send them so. */
export function withoutEmpty(search: string): string {
  const parameters = new URLSearchParams(search);
  const empty = OPTIONAL.filter((name) => parameters.getAll(name).join() === "" && parameters.has(name));
  if (empty.length === 0) return search;
  for (const name of empty) parameters.delete(name);
  return `?${parameters}`;
}

/** The body of a POST, where a name of an operation that is empty is none: no operation can have it. */
export function withoutEmptyName(body: unknown): unknown {
  const isNamedEmpty =
    typeof body === "object" && body !== null && (body as { operationName?: unknown }).operationName === "";
  return isNamedEmpty ? { ...body, operationName: null } : body;
}
