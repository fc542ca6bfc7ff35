import fc from "fast-check";
import { execute, getOperationAST, parse } from "graphql";
import { compose } from "../../src/compose";
import { compileOperation } from "../../src/graphql/compiled";
import { contextOf } from "../support/context";
import { dice, QueryMaker } from "./support/queries";
import { runs } from "./support/seed";

const { schema, graphAt } = compose();
const ON = new Date("2026-11-25T00:00:00Z");

/** What goes wrong is told by Apollo Server alone: a compiled operation has no answer then. */
const NOT_ANSWERED = "not answered";

/** Both ways of execution, each with a request of its own; null for what is not compiled. */
async function bothWays(query: string): Promise<{ compiled: string; executed: string } | null> {
  const document = parse(query);
  const operation = getOperationAST(document);
  const compiled = operation ? compileOperation(schema.executable, document, operation) : null;
  if (compiled === null) return null;
  const contextValue = contextOf(graphAt(ON));
  const executed = await execute({ schema: schema.executable, document, contextValue });
  const run = async (): Promise<string> => compiled.run(contextOf(graphAt(ON)), {});
  return {
    compiled: await run().catch(() => NOT_ANSWERED),
    executed: executed.errors === undefined ? JSON.stringify(executed) : NOT_ANSWERED,
  };
}

it("compiled operations answer what graphql-js does, whatever the query", async () => {
  let answered = 0;
  const one = fc.asyncProperty(dice, async (source) => {
    const query = new QueryMaker(schema.executable, source).query();
    const both = await bothWays(query);
    if (both === null) return;
    if (both.executed !== NOT_ANSWERED) answered++;
    expect({ query, answer: both.compiled }).toEqual({ query, answer: both.executed });
  });
  await fc.assert(one, runs(150));
  expect(answered).toBeGreaterThan(0);
});
