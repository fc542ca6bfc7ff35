import { dataOf, type LiveGraph } from "../../support/live-graph";

export interface Asked {
  name: string;
  locality: { name: string };
  footprint: { total: { kgCo2Equivalent: number }; notes: string[] };
  [field: string]: unknown;
}
const FOOTPRINT = "name locality { name } footprint { total { kgCo2Equivalent } notes }";

/** A resource as its query answers, with more of its fields. */
export async function askFor(graph: LiveGraph, query: string, input: string, fields = ""): Promise<Asked> {
  const answer = await graph.askText(`{ one: ${query}(input: { ${input} }) { ${FOOTPRINT} ${fields} } }`);
  return (dataOf(answer) as { one: Asked }).one;
}

/** The one error of a query that is refused. */
export async function refusalOf(graph: LiveGraph, query: string, input: string) {
  const { errors } = await graph.askText(`{ one: ${query}(input: { ${input} }) { ${FOOTPRINT} } }`);
  const [error, ...more] = errors ?? [];
  expect(more).toEqual([]);
  if (error === undefined) throw new Error("was not refused");
  const { code, field, suggestions } = error.extensions;
  return { message: error.message, code, field, suggestions };
}
