import { execute, type GraphQLSchema, getOperationAST, parse, validate } from "graphql";
import type { EngineSession } from "../../../src/estimates";
import { compileOperation } from "../../../src/graphql/compiled";
import { RequestContext } from "../../../src/graphql/context";
import { textOf } from "../../support/known-text";
import type { Asked } from "./walk";

/** What goes wrong is told by Apollo Server alone: a compiled operation has no answer then. */
const NOT_ANSWERED = "not answered";

export type Compared =
  | { readonly outcome: "refused" | "not compiled" | "answered" | "handed over" }
  | { readonly outcome: "different"; readonly compiled: string; readonly executed: string };

/** One request by both ways of execution; each has a session of its own, as requests have. */
export async function compared(
  schema: GraphQLSchema,
  session: () => EngineSession,
  { query, operationName, variables }: Asked,
): Promise<Compared> {
  const document = parse(query);
  if (validate(schema, document).length > 0) return { outcome: "refused" };
  const operation = getOperationAST(document, operationName);
  const compiled = operation && compileOperation(schema, document, operation);
  if (!compiled) return { outcome: "not compiled" };
  const faults: unknown[] = [];
  const context = (): RequestContext =>
    new RequestContext(session(), "fuzz", (cause) => {
      faults.push(cause);
    });
  const byCompiled = async (): Promise<string> => {
    const coerced = compiled.coerce(variables);
    if (coerced === undefined) return NOT_ANSWERED;
    try {
      return textOf(await compiled.run(context(), coerced));
    } catch {
      return NOT_ANSWERED;
    }
  };
  const byGraphql = async (): Promise<string> => {
    const contextValue = context();
    const result = await execute({
      schema,
      document,
      contextValue,
      operationName,
      variableValues: variables,
    });
    return result.errors === undefined ? JSON.stringify(result) : NOT_ANSWERED;
  };
  // Twice: what a first run has noted down must not change the next.
  const first = await byCompiled();
  const executed = await byGraphql();
  const second = await byCompiled();
  // An error is no difference, a fault of ours is none to be content with.
  if (faults.length > 0) return { outcome: "different", compiled: String(faults[0]), executed };
  for (const one of [first, second]) {
    if (one !== executed) return { outcome: "different", compiled: one, executed };
  }
  return { outcome: executed === NOT_ANSWERED ? "handed over" : "answered" };
}
