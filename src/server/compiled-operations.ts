import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import type { FormattedExecutionResult, GraphQLSchema } from "graphql";
import { deeplyFrozen, type Eventually, memo } from "../core/helpers";
import {
  AnswerTooLong,
  bytesOf,
  type CompiledOperation,
  isKnown,
  isLongerThan,
  type Known,
  type OnPiece,
  OperationCache,
  plus,
} from "../graphql/compiled";
import type { RequestContext } from "../graphql/context";
import { checkVariables, type Limits } from "../graphql/limits";
import { releasedPieces } from "./answer/answer-pieces";
import { LINE_END, mostJsonBytes, tooLong } from "./answer/answer-text";
import type { AnswerBody, GraphqlAnswer } from "./answer/graphql-answer";
import { costOf, DEAR } from "./limits";
import type { JsonBody } from "./request/json-body";
import { type AnswerType, JSON_TYPE, RESULT_TYPE } from "./request/media-type";
import { RequestCache } from "./request-cache";

/** A request for an operation that is compiled. */
export interface CompiledRequest {
  readonly operation: CompiledOperation;
  /** Values of its variables; undefined if the request's are invalid. */
  readonly coerced: () => Record<string, unknown> | undefined;
  /** Its cost, within the limits. */
  readonly cost: number;
}

/** A request with the text of its document and without extensions. */
interface PlainRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Answers frequent operations with compiled functions, bypassing Apollo Server's pipeline, if the response has data
 * only. Operations are compiled after Apollo Server has parsed and validated them and checked their limits.
 * It also answers whenever there are errors, so their format is in one place.
 */
export class CompiledOperations {
  private readonly cache: OperationCache;
  private readonly asked = new RequestCache<CompiledRequest>();
  /** By the session of the request: Apollo Server copies the context, not what is in it. */
  private readonly texts = new WeakMap<object, AnswerBody>();
  /** Of the JSON of a response. */
  private readonly mostBytes: number;

  constructor(
    schema: GraphQLSchema,
    private readonly limits: Limits,
  ) {
    this.cache = new OperationCache(schema);
    this.mostBytes = mostJsonBytes(limits);
  }

  /** Compiles operations that Apollo Server is about to execute; expensive ones are compiled and answered at once, as compiling is the least of their cost. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: async () => ({
      didResolveOperation: async ({ source, request, document, operation }) => {
        // Also called for an unknown operation name; then nothing is executed.
        if (operation !== undefined) this.cache.admit(source, request.operationName, document);
      },
      responseForOperation: async ({ source, request, schema, document, operationName, contextValue }) => {
        const { http, variables = {} } = request;
        // Catalogues are requested by GET; a plugin of Apollo Server decides whether their response can be cached.
        if (http?.method !== "POST") return null;
        const cost = costOf(schema, document, operationName ?? "")(variables);
        const operation = cost > DEAR ? this.cache.findDear(source, request.operationName, document) : null;
        if (operation === null) return null;
        const coerced = () => operation.coerce(variables);
        const answer = await this.answer({ operation, coerced, cost }, JSON_TYPE, contextValue);
        if (answer === undefined) return null;
        this.texts.set(contextValue.session, answer.body);
        return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data: null } } };
      },
      // After all that reads the response, which is gone with this.
      willSendResponse: async ({ request, schema, document, operationName, response, contextValue }) => {
        const { body } = response;
        if (document === undefined || body.kind !== "single" || body.singleResult.data == null) return;
        if (this.texts.has(contextValue.session)) return;
        if (costOf(schema, document, operationName ?? "")(request.variables ?? {}) <= DEAR) return;
        this.texts.set(contextValue.session, this.released(body.singleResult, contextValue.onPiece));
        body.singleResult = { data: null };
      },
    }),
  };

  /** The compiled response in place of Apollo Server's. */
  textOf({ session }: RequestContext): AnswerBody | undefined {
    return this.texts.get(session);
  }

  /**
   * A compiled operation with its variables; null if Apollo Server has to answer.
   * @throws HttpProblem for a body that is not JSON
   */
  find(body: JsonBody, type: AnswerType): CompiledRequest | null {
    if (type !== JSON_TYPE && type !== RESULT_TYPE) return null;
    return this.asked.of(body.text, () => this.read(body.value), frozen);
  }

  private read(body: unknown): CompiledRequest | null {
    const request = plainRequest(body);
    if (request === null) return null;
    const operation = this.cache.find(request.query, request.operationName);
    if (operation === null) return null;
    const { variables } = request;
    // An operation over a limit has no cost: Apollo Server refuses it.
    if (checkVariables(variables, this.limits).length > 0) return null;
    const cost = operation.cost(variables);
    return cost > this.limits.cost ? null : { operation, coerced: () => operation.coerce(variables), cost };
  }

  /** The response, or undefined if there are errors: then Apollo Server executes the operation and reports them. */
  answer(
    { operation, coerced: valuesOf }: CompiledRequest,
    type: AnswerType,
    context: RequestContext,
  ): Eventually<GraphqlAnswer | undefined> {
    const coerced = valuesOf();
    if (coerced === undefined) return undefined;
    const { limits, mostBytes } = this;
    const withBody = (body: AnswerBody, errorCodes: readonly string[] = []): GraphqlAnswer => {
      return {
        status: 200,
        headers: HEADERS[type],
        body,
        summary: { operationName: operation.name, errorCodes },
      };
    };
    const answerOf = (text: Known): GraphqlAnswer =>
      isLongerThan(mostBytes, text) ? refused(new AnswerTooLong(bytesOf(text))) : withBody(bodyOf(text));
    // Another execution would only find the same.
    const refused = ({ found }: AnswerTooLong): GraphqlAnswer =>
      withBody(tooLong(found, limits), ["QUERY_TOO_COMPLEX"]);
    const failed = (error: unknown): GraphqlAnswer | undefined =>
      error instanceof AnswerTooLong ? refused(error) : undefined;
    try {
      const text = operation.run(context, coerced, mostBytes, context.onPiece);
      return isKnown(text) ? answerOf(text) : text.then(answerOf).catch(failed);
    } catch (error) {
      return failed(error);
    }
  }

  /** The response of an operation that graphql-js executed. */
  private released(answer: FormattedExecutionResult, onPiece?: OnPiece): AnswerBody {
    const { limits, mostBytes } = this;
    const text = releasedPieces(answer, mostBytes, onPiece);
    return text === null ? tooLong(mostBytes + 1, limits) : bodyOf(text);
  }
}

/** Inputs are frozen, so that results of checks can be cached by their identity. */
function frozen({ coerced, ...request }: CompiledRequest): CompiledRequest {
  return { ...request, coerced: memo(() => deeplyFrozen(coerced())) };
}

const headersOf = (type: AnswerType): [string, string][] => [["content-type", `${type}; charset=utf-8`]];
const HEADERS = {
  [JSON_TYPE]: headersOf(JSON_TYPE),
  [RESULT_TYPE]: headersOf(RESULT_TYPE),
};

function bodyOf(text: Known): AnswerBody {
  const line = plus(text, LINE_END);
  return typeof line === "string" ? line : line.bytes;
}

function plainRequest(body: unknown): PlainRequest | null {
  if (typeof body !== "object" || body === null) return null;
  const { query, operationName = null, variables, extensions, documentId } = body as Record<string, unknown>;
  if (typeof query !== "string" || extensions != null || documentId != null) return null;
  if (operationName !== null && typeof operationName !== "string") return null;
  // Forms and clients send an empty name for none.
  const name = operationName === "" ? null : operationName;
  if (variables == null) return { query, operationName: name, variables: {} };
  if (typeof variables !== "object" || Array.isArray(variables)) return null;
  return { query, operationName: name, variables: variables as Record<string, unknown> };
}
