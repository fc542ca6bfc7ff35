const OPTIONAL = ["operationName", "variables", "extensions"];

/** The query string without empty optional parameters: forms and some clients send such. */
export function withoutEmpty(search: string): string {
  const parameters = new URLSearchParams(search);
  const empty = OPTIONAL.filter((name) => parameters.getAll(name).join() === "" && parameters.has(name));
  if (empty.length === 0) return search;
  for (const name of empty) parameters.delete(name);
  return `?${parameters}`;
}

/** The body of a POST, in which an empty `operationName` is the same as none. */
export function withoutEmptyName(body: unknown): unknown {
  const isNamedEmpty =
    typeof body === "object" && body !== null && (body as { operationName?: unknown }).operationName === "";
  return isNamedEmpty ? { ...body, operationName: null } : body;
}
