import fc from "fast-check";
import { execute, getOperationAST, parse } from "graphql";
import { compose } from "../../src/compose";
import { compileOperation } from "../../src/graphql/compiled";
import { contextOf } from "../support/context";
import { dice, QueryMaker } from "./support/queries";
import { runs } from "./support/seed";

const { schema, graphAt } = compose();
const ON = new Date("2026-11-25T00:00:00Z");

/** Both ways of execution, each with a request of its own. Only what has no errors is answered by compiled code. */
async function bothWays(query: string): Promise<{ compiled: unknown; executed: unknown } | null> {
  const document = parse(query);
  const operation = getOperationAST(document);
  const compiled = operation ? compileOperation(schema.executable, document, operation) : null;
  if (compiled === null) return null;
  const executed = await execute({
    schema: schema.executable,
    document,
    contextValue: contextOf(graphAt(ON)),
  });
  if (executed.errors !== undefined) return null;
  const result = await compiled.run(contextOf(graphAt(ON)), {});
  return { compiled: JSON.parse(compiled.stringify(result)), executed: JSON.parse(JSON.stringify(executed)) };
}

it("compiled operations answer what graphql-js does, whatever the query", async () => {
  let compared = 0;
  const one = fc.asyncProperty(dice, async (source) => {
    const query = new QueryMaker(schema.executable, source).query();
    const both = await bothWays(query);
    if (both === null) return;
    compared++;
    expect({ query, answer: both.compiled }).toEqual({ query, answer: both.executed });
  });
  await fc.assert(one, runs(150));
  expect(compared).toBeGreaterThan(10);
});
