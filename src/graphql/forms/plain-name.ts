interface Named {
  readonly name: string;
  extensions: Readonly<Record<string, unknown>>;
}

const PLAIN = "plainName";

/** The name that a type or a query has in a graph without a prefix. */
export function plainName({ name, extensions }: Named): string {
  const plain = extensions[PLAIN];
  return typeof plain === "string" ? plain : name;
}

export function rememberPlainName(named: Named, name: string): void {
  named.extensions = { ...named.extensions, [PLAIN]: name };
}
