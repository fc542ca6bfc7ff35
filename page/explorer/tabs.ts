import type { Tab } from "./asked";

const documents = import.meta.glob<string>("../../schema/operations/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

const [variables = {}] = Object.values(
  import.meta.glob<Record<string, object>>("../../schema/example-variables.json", {
    import: "default",
    eager: true,
  }),
);

/** What most begin with. */
const FIRST = "InstanceTotal";

const ANY: Tab = { query: "# Ctrl-Space lists what can be asked for.\n{\n  __typename\n}\n" };

/** The operations that are published with the schema, each with variables that work, where the graph has these names. */
export function tabsToStartFrom(hasOperations: boolean): Tab[] {
  if (!hasOperations) return [ANY];
  const named = Object.values(documents).map((query) => ({
    query,
    name: /^query (\w+)/m.exec(query)?.[1] ?? "",
  }));
  named.sort((one, other) => Number(other.name === FIRST) - Number(one.name === FIRST));
  return named.map(({ query, name }) => ({ query, ...variablesOf(name) }));
}

function variablesOf(name: string): { variables?: string } {
  const found = variables[name];
  return found === undefined ? {} : { variables: JSON.stringify(found, null, 2) };
}
