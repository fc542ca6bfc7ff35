import fc from "fast-check";
import { type DocumentNode, execute, getOperationAST, parse } from "graphql";
import { type CompiledOperation, compileOperation } from "../../src/graphql/compiled";
import { contextOf } from "../support/context";
import { textOf } from "../support/known-text";
import { usualComposition } from "../support/usual";
import { dice } from "./support/dice";
import { type Operation, operationOf } from "./support/operations";
import { allOf } from "./support/seed";

const { schema, sessionAt } = usualComposition();
const { executable } = schema;
const ON = new Date("2026-11-25T00:00:00Z");

/** What goes wrong is told by Apollo Server alone: a compiled operation has no answer then. */
const NOT_ANSWERED = "not answered";

function compiledOf(document: DocumentNode, { operationName }: Operation): CompiledOperation | null {
  const operation = getOperationAST(document, operationName);
  return operation ? compileOperation(executable, document, operation) : null;
}

async function byCompiled(compiled: CompiledOperation, { variables }: Operation): Promise<string> {
  const coerced = compiled.coerce(variables);
  if (coerced === undefined) return NOT_ANSWERED;
  const run = async (): Promise<string> => textOf(await compiled.run(contextOf(sessionAt(ON)), coerced));
  return run().catch(() => NOT_ANSWERED);
}

async function byGraphql(document: DocumentNode, { operationName, variables }: Operation): Promise<string> {
  const contextValue = contextOf(sessionAt(ON));
  const executed = await execute({
    schema: executable,
    document,
    contextValue,
    operationName,
    variableValues: variables,
  });
  return executed.errors === undefined ? JSON.stringify(executed) : NOT_ANSWERED;
}

it("compiled operations answer what graphql-js does, whatever the operation", async () => {
  const counts = { compiled: 0, answered: 0, handedOver: 0, nothingSelected: 0, oddNames: 0, nulls: 0 };
  const one = fc.asyncProperty(dice, async (source) => {
    const operation = operationOf(executable, source);
    const document = parse(operation.query);
    const compiled = compiledOf(document, operation);
    if (compiled === null) return;
    counts.compiled++;
    const answer = await byCompiled(compiled, operation);
    expect({ operation, answer }).toEqual({ operation, answer: await byGraphql(document, operation) });
    if (answer === NOT_ANSWERED) counts.handedOver++;
    else counts.answered++;
    if (/:\{\}/.test(answer)) counts.nothingSelected++;
    if (answer.includes('"__proto__":')) counts.oddNames++;
    if (/:null[,}]/.test(answer)) counts.nulls++;
  });
  const { numRuns = 0, ...options } = allOf(700, 100_000);
  await fc.assert(one, { numRuns, ...options });
  // All shapes were among them, and most operations could be compared.
  expect(counts.compiled).toBeGreaterThan(numRuns / 2);
  expect(counts.answered).toBeGreaterThan(numRuns / 4);
  for (const count of [counts.handedOver, counts.nothingSelected, counts.oddNames, counts.nulls])
    expect(count).toBeGreaterThan(numRuns / 1_000);
});
