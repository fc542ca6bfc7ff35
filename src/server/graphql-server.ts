import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { Composition } from "../compose";
import { type Eventually, memo } from "../core/lang";
import { Deadline } from "../estimates";
import { RequestContext } from "../graphql/context";
import type { Limits } from "../graphql/limits";
import { introspectAs } from "../graphql/published-introspection";
import type { Client } from "./access";
import { summaryOf } from "./answer-summary";
import { apolloServer, PREFLIGHT_HEADERS } from "./apollo";
import { tagOf } from "./cache-headers";
import { isCatalogueAnswer } from "./catalogue-answers";
import { beforeDeadline, inTime } from "./deadline";
import { withoutEmpty, withoutEmptyName } from "./empty-parameters";
import type { GraphqlAnswer } from "./graphql-answer";
import { HotOperations, type HotRequest } from "./hot-operations";
import type { JsonBody } from "./json-body";
import { checkedText } from "./limits";
import type { Logger } from "./logger";
import type { AnswerType } from "./media-type";
import { DEFAULT_OPTIONS, type GraphqlOptions } from "./options";
import { checkPersistedQuery } from "./persisted-queries";
import { loadTrustedDocuments, type TrustedDocuments, trustedRequest } from "./trusted-documents";

/** Answers a GraphQL request that was read from HTTP. */
export interface GraphqlHandler {
  readonly limits: Limits;
  /** The published SDL; null where the schema is not served. */
  readonly schemaText: (() => string) | null;
  /** The text of a trusted document by its SHA-256; without it, any document may be run. */
  readonly trustedText?: (hash: string) => string | undefined;
  /** Whether clients can register texts, and name them by their hash from then on. */
  readonly registersTexts?: boolean;
  /** The operation that a body asks for, where it is compiled already. @throws HttpProblem for a body that is no JSON */
  hotRequest?(type: AnswerType, body: JsonBody): HotRequest | null;
  /**
   * The answer: at once, where nothing has to be waited for.
   * @throws HttpProblem for a request that is refused before Apollo Server sees it.
   */
  handle(
    request: IncomingMessage,
    type: AnswerType,
    body: JsonBody | undefined,
    asked: RequestDetails,
  ): Eventually<GraphqlAnswer>;
  /** Gets ready what somebody will need: to be called when the server listens and nothing else is to be done. */
  prepare?(): void;
  stop(): Promise<void>;
}

/** What is known of a request beside what it says itself. */
export interface RequestDetails {
  readonly requestId: string;
  readonly client: Client;
  /** The browser names a page whose origin may read the answer: the request is not forged by another site. */
  readonly isOfKnownPage: boolean;
  /** What it asks for, where that was looked up already. */
  readonly hot?: HotRequest | null;
  /** Until when it may be worked on; from now on for as long as the limits say, when left out. */
  readonly deadline?: Deadline;
}

/** @throws TrustedDocumentsError with everything that is wrong with the documents to trust. */
export async function startGraphql(
  composition: Composition,
  log: Logger,
  chosen: Partial<GraphqlOptions> = {},
): Promise<GraphqlHandler> {
  const options = { ...DEFAULT_OPTIONS, ...chosen };
  const { limits } = options;
  const { executable, hasQueries } = composition.schema;
  // Without queries of ours, all there is is there for gateways.
  if (!options.introspectsMachinery && hasQueries) introspectAs(executable, () => composition.schema.sdl);
  const documents = trustedDocumentsOf(composition, options);
  const admit = admission(documents, options);
  const hot = new HotOperations(executable, limits);
  const server = apolloServer(executable, options, log, [hot.plugin]);
  await server.start();
  /** Work stops when its client has left. */
  const deadlineOf = ({ socket }: IncomingMessage): Deadline =>
    new Deadline(limits.requestSeconds, { isAbandoned: () => socket.destroyed });
  const hotRequest = (type: AnswerType, body: JsonBody): HotRequest | null => hot.find(body, type);

  return {
    limits,
    schemaText:
      options.introspection && options.trustedDocuments === null ? memo(() => composition.schema.sdl) : null,
    registersTexts: options.automaticPersistedQueries && documents === null,
    ...(documents === null ? {} : { trustedText: (hash: string) => documents.get(hash) }),
    hotRequest,
    handle(request, type, sent, asked) {
      const { requestId, client, isOfKnownPage } = asked;
      const report = (cause: unknown): void => log.error("request failed", cause, { requestId });
      const deadline = asked.deadline ?? deadlineOf(request);
      const session = composition.sessionAt(new Date(), deadline);
      const context = new RequestContext(session, requestId, report, limits, client.name);
      const byApollo = async (): Promise<GraphqlAnswer> => {
        const received = toApollo(request, type, withoutEmptyName(sent?.value));
        if (isOfKnownPage) received.headers.set(PREFLIGHT_HEADERS[0], "1");
        const answer = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: admit(received),
          context: async () => context,
        });
        const printed = hot.textOf(context);
        const whole = answerOf(answer, type, context);
        return printed === undefined ? whole : { ...whole, body: printed };
      };
      const found = asked.hot === undefined && sent !== undefined ? hotRequest(type, sent) : asked.hot;
      const answer = found == null ? undefined : hot.answer(found, type, context);
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
): GraphqlAnswer {
  // Answers in parts need @defer, which the schema does not have.
  if (body.kind !== "complete") throw new Error("an answer came in parts");
  const summary = summaryOf(context, body.string);
  const tag = isCatalogueAnswer(context) ? { tag: tagOf(type, body.string) } : {};
  return { status: status ?? 200, headers, body: body.string, summary, ...tag };
}

/** Null where any document may be run. */
function trustedDocumentsOf(
  { schema: { executable } }: Composition,
  { trustedDocuments, introspection, limits }: GraphqlOptions,
): TrustedDocuments | null {
  if (trustedDocuments === null) return null;
  return loadTrustedDocuments(trustedDocuments, { schema: executable, introspection, limits });
}

/** Turns a request into one that Apollo Server may run, or refuses it. */
function admission(
  documents: TrustedDocuments | null,
  { automaticPersistedQueries, limits }: GraphqlOptions,
): (request: HTTPGraphQLRequest) => HTTPGraphQLRequest {
  if (documents !== null) return (request) => trustedRequest(request, documents);
  return automaticPersistedQueries
    ? (request) => checkedText(checkPersistedQuery(request), limits)
    : (request) => checkedText(request, limits);
}

/** The type of the answer is decided already: Apollo Server sees no other. */
function toApollo(request: IncomingMessage, type: AnswerType, body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set("accept", type);
  const { search } = new URL(request.url ?? "/", "http://localhost");
  return { method: request.method ?? "GET", headers, search: withoutEmpty(search), body };
}
