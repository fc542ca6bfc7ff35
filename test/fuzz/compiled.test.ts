import fc from "fast-check";
import { type ExecutionResult, execute, getOperationAST, parse } from "graphql";
import { compose } from "../../src/compose";
import { compileOperation } from "../../src/graphql/compiled";
import { contextOf } from "../support/context";
import { dice, QueryMaker } from "./support/queries";
import { runs } from "./support/seed";

const { schema, graphAt } = compose();
const ON = new Date("2026-11-25T00:00:00Z");

interface Told {
  readonly data: unknown;
  readonly errors: readonly string[];
}

function told({ data = null, errors = [] }: ExecutionResult): Told {
  const texts = errors.map(({ message, path }) => `${path?.join(".")}: ${message}`);
  return { data: JSON.parse(JSON.stringify(data)), errors: texts.sort() };
}

/** Both ways of execution, each with a request of its own; null for what is not compiled. */
async function bothWays(query: string): Promise<{ compiled: Told; executed: Told } | null> {
  const document = parse(query);
  const operation = getOperationAST(document);
  const compiled = operation ? compileOperation(schema.executable, document, operation) : null;
  if (compiled === null) return null;
  const contextValue = contextOf(graphAt(ON));
  const executed = await execute({ schema: schema.executable, document, contextValue });
  return { compiled: told(await compiled.run(contextOf(graphAt(ON)), {})), executed: told(executed) };
}

it("compiled operations answer what graphql-js does, whatever the query", async () => {
  let answered = 0;
  const one = fc.asyncProperty(dice, async (source) => {
    const query = new QueryMaker(schema.executable, source).query();
    const both = await bothWays(query);
    if (both === null) return;
    if (both.executed.data !== null) answered++;
    expect({ query, ...both.compiled }).toEqual({ query, ...both.executed });
  });
  await fc.assert(one, runs(150));
  expect(answered).toBeGreaterThan(0);
});
