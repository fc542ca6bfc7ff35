import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import { type Eventually, memo } from "../core/helpers";
import { Deadline } from "../estimates";
import type { OnPiece } from "../graphql/compiled";
import { RequestContext } from "../graphql/context";
import type { Limits } from "../graphql/limits";
import { introspectAs } from "../graphql/published-introspection";
import type { ServedGraph } from "../graphql/served-graph";
import type { Client } from "./access";
import { summaryOf } from "./answer/answer-summary";
import { tagOf } from "./answer/cache-headers";
import type { AnswerBody, GraphqlAnswer } from "./answer/graphql-answer";
import { apolloServer, PREFLIGHT_HEADERS } from "./apollo";
import { isCatalogueAnswer } from "./catalogue-answers";
import { CompiledOperations, type CompiledRequest } from "./compiled-operations";
import { beforeDeadline, inTime } from "./deadline";
import { checkedText } from "./limits";
import type { Logger } from "./logger";
import { DEFAULT_OPTIONS, type GraphqlOptions } from "./options";
import { withoutEmpty, withoutEmptyName } from "./request/empty-parameters";
import type { JsonBody } from "./request/json-body";
import type { AnswerType } from "./request/media-type";
import { checkPersistedQuery } from "./request/persisted-queries";
import { loadTrustedDocuments, type TrustedDocuments, trustedRequest } from "./trusted-documents";

/** Answers GraphQL requests that were read from HTTP. */
export interface GraphqlHandler {
  readonly limits: Limits;
  /** The published SDL; null where the schema is not served. */
  readonly schemaText: (() => string) | null;
  /** The text of a trusted document by its SHA-256; without it, any document may be run. */
  readonly trustedText?: (hash: string) => string | undefined;
  /** Whether automatic persisted queries are enabled. */
  readonly registersTexts?: boolean;
  /** The operation of a body, if it is compiled already. @throws HttpProblem for a body that is not JSON */
  compiledRequest?(type: AnswerType, body: JsonBody): CompiledRequest | null;
  /**
   * The response; no promise if nothing has to be awaited.
   * @throws HttpProblem for a request that is refused before Apollo Server gets it.
   */
  handle(
    request: IncomingMessage,
    type: AnswerType,
    body: JsonBody | undefined,
    asked: RequestDetails,
  ): Eventually<GraphqlAnswer>;
  /** Warms up caches and compiled code: to be called when the server listens and is idle. */
  prepare?(): void;
  stop(): Promise<void>;
}

/** Context of a request that is not in the request itself. */
export interface RequestDetails {
  readonly requestId: string;
  readonly client: Client;
  /** The browser names an allowed origin: the request is not forged by another site. */
  readonly isOfKnownPage: boolean;
  /** Its operation, if that was looked up already. */
  readonly compiled?: CompiledRequest | null;
  /** Called with each piece of a long answer as it is printed. */
  readonly onPiece?: OnPiece;
  /** Its deadline; by default the time limit from now on. */
  readonly deadline?: Deadline;
}

/** @throws TrustedDocumentsError with everything that is wrong with the documents to trust. */
export async function startGraphql(
  graph: ServedGraph,
  log: Logger,
  chosen: Partial<GraphqlOptions> = {},
): Promise<GraphqlHandler> {
  const options = { ...DEFAULT_OPTIONS, ...chosen };
  const { limits } = options;
  const { executable, hasQueries } = graph.schema;
  // Without queries of ours, the schema has only fields for gateways.
  if (!options.introspectsMachinery && hasQueries) introspectAs(executable, () => graph.schema.sdl);
  const documents = trustedDocumentsOf(graph, options);
  const admit = admission(documents, options);
  const compiled = new CompiledOperations(executable, limits);
  const server = apolloServer(executable, options, log, [compiled.plugin]);
  await server.start();
  /** Work stops when the client has disconnected. */
  const deadlineOf = ({ socket }: IncomingMessage): Deadline =>
    new Deadline(limits.requestSeconds, { isAbandoned: () => socket.destroyed });
  const compiledRequest = (type: AnswerType, body: JsonBody): CompiledRequest | null =>
    compiled.find(body, type);

  return {
    limits,
    schemaText:
      options.introspection && options.trustedDocuments === null ? memo(() => graph.schema.sdl) : null,
    registersTexts: options.automaticPersistedQueries && documents === null,
    ...(documents === null ? {} : { trustedText: (hash: string) => documents.get(hash) }),
    compiledRequest,
    handle(request, type, sent, asked) {
      const { requestId, client, isOfKnownPage } = asked;
      const report = (cause: unknown): void => log.error("request failed", cause, { requestId });
      const deadline = asked.deadline ?? deadlineOf(request);
      const session = graph.sessionAt(new Date(), deadline);
      const context = new RequestContext(session, requestId, report, limits, client.name, asked.onPiece);
      const byApollo = async (): Promise<GraphqlAnswer> => {
        const received = toApollo(request, type, withoutEmptyName(sent?.value));
        if (isOfKnownPage) received.headers.set(PREFLIGHT_HEADERS[0], "1");
        const answer = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: admit(received),
          context: async () => context,
        });
        return answerOf(answer, type, context, compiled.textOf(context));
      };
      const found =
        asked.compiled === undefined && sent !== undefined ? compiledRequest(type, sent) : asked.compiled;
      const answer = found == null ? undefined : compiled.answer(found, type, context);
      if (answer === undefined) return beforeDeadline(byApollo(), deadline);
      if (!(answer instanceof Promise)) return inTime(answer, deadline);
      return beforeDeadline(
        answer.then((made) => made ?? byApollo()),
        deadline,
      );
    },
    stop: () => server.stop(),
  };
}

function answerOf(
  { body, status, headers }: HTTPGraphQLResponse,
  type: AnswerType,
  context: RequestContext,
  printed: AnswerBody | undefined,
): GraphqlAnswer {
  // Incremental responses need @defer, which the schema does not have.
  if (body.kind !== "complete") throw new Error("an answer came in parts");
  const summary = summaryOf(context, body.string);
  const text = printed ?? body.string;
  const tag = isCatalogueAnswer(context) ? { tag: tagOf(type, text) } : {};
  return { status: status ?? 200, headers, body: text, summary, ...tag };
}

/** Null if any document may be executed. */
function trustedDocumentsOf(
  { schema: { executable } }: ServedGraph,
  { trustedDocuments, introspection, limits }: GraphqlOptions,
): TrustedDocuments | null {
  if (trustedDocuments === null) return null;
  return loadTrustedDocuments(trustedDocuments, { schema: executable, introspection, limits });
}

/** Turns a request into one that Apollo Server may execute, or refuses it. */
function admission(
  documents: TrustedDocuments | null,
  { automaticPersistedQueries, limits }: GraphqlOptions,
): (request: HTTPGraphQLRequest) => HTTPGraphQLRequest {
  if (documents !== null) return (request) => trustedRequest(request, documents);
  return automaticPersistedQueries
    ? (request) => checkedText(checkPersistedQuery(request), limits)
    : (request) => checkedText(request, limits);
}

/** The media type of the response is negotiated already: Apollo Server gets no other. */
function toApollo(request: IncomingMessage, type: AnswerType, body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set("accept", type);
  const { search } = new URL(request.url ?? "/", "http://localhost");
  return { method: request.method ?? "GET", headers, search: withoutEmpty(search), body };
}
