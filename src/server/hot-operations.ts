import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { type CompiledOperation, type Known, OperationCache, plus } from "../graphql/compiled";
import type { RequestContext } from "../graphql/context";
import type { Limits } from "../graphql/limits";
import type { AnswerBody, GraphqlAnswer } from "./graphql-answer";
import { overLimits } from "./limits";
import { type AnswerType, JSON_TYPE, RESULT_TYPE } from "./media-type";

/** What a request asks for, when it names its document by text and has no extensions. */
interface PlainRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Answers frequent operations, past Apollo Server's pipeline: compiled, and only where there is nothing to
 * tell but data. Apollo Server decides what enters: a document that it has parsed, validated and found within the limits.
 * It also answers all that goes wrong, so there is one place that knows how errors look.
 */
export class HotOperations {
  private readonly cache: OperationCache;

  constructor(
    schema: GraphQLSchema,
    private readonly limits: Limits,
  ) {
    this.cache = new OperationCache(schema);
  }

  /** Lets in what Apollo Server is about to execute. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, request, document, operation }) => {
        // It is called for a name that is no operation's too: nothing is executed then.
        if (operation !== undefined) this.cache.admit(source, request.operationName, document);
      },
    }),
  };

  /** The answer, or undefined where Apollo Server has to give it. */
  async answer(body: unknown, type: AnswerType, context: RequestContext): Promise<GraphqlAnswer | undefined> {
    const request = type === JSON_TYPE || type === RESULT_TYPE ? plainRequest(body) : null;
    if (request === null) return undefined;
    const operation = this.cache.find(request.query, request.operationName);
    const text = operation === null ? undefined : await this.run(operation, request, context);
    if (text === undefined) return undefined;
    const summary = { operationName: operation?.name ?? null, errorCodes: [] };
    return { status: 200, headers: [["content-type", `${type}; charset=utf-8`]], body: text, summary };
  }

  private async run(
    operation: CompiledOperation,
    { variables }: PlainRequest,
    context: RequestContext,
  ): Promise<AnswerBody | undefined> {
    if (overLimits(operation.cost, variables, this.limits).length > 0) return undefined;
    const coerced = operation.coerce(variables);
    if (coerced === undefined) return undefined;
    const text = await textOrNot(operation, context, coerced);
    return text === undefined || text.length > this.limits.answerBytes ? undefined : bodyOf(text);
  }
}

/** Undefined where there is more to tell than data: Apollo Server runs the operation then, and tells it. */
async function textOrNot(
  operation: CompiledOperation,
  context: RequestContext,
  variables: Record<string, unknown>,
): Promise<Known | undefined> {
  try {
    return await operation.run(context, variables);
  } catch {
    return undefined;
  }
}

function bodyOf(text: Known): AnswerBody {
  const line = plus(text, "\n");
  return typeof line === "string" ? line : line.bytes;
}

function plainRequest(body: unknown): PlainRequest | null {
  if (typeof body !== "object" || body === null) return null;
  const { query, operationName = null, variables, extensions, documentId } = body as Record<string, unknown>;
  if (typeof query !== "string" || extensions != null || documentId != null) return null;
  if (operationName !== null && typeof operationName !== "string") return null;
  if (variables == null) return { query, operationName, variables: {} };
  if (typeof variables !== "object" || Array.isArray(variables)) return null;
  return { query, operationName, variables: variables as Record<string, unknown> };
}
