import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { RequestContext } from "../graphql/context";
import { FieldHints } from "../graphql/errors/field-hints";
import { formatError } from "../graphql/errors/format-error";
import { answerSummaries, requestIdOfError } from "./answer/answer-summary";
import { answerText } from "./answer/answer-text";
import { catalogueAnswers } from "./catalogue-answers";
import { boundedMessage } from "./errors/error-bounds";
import { inputErrors, mistakeBehind, withPlace } from "./errors/input-errors";
import { errorsInOrder } from "./errors/order-of-errors";
import { requestErrors } from "./errors/request-errors";
import { limitsOfVariables, limitsRule, parseOptions } from "./limits";
import type { Logger } from "./logger";
import type { GraphqlOptions } from "./options";
import { requireClientForMutations } from "./require-client";

/**
 * With one of these headers, a browser sends a preflight to another origin, so a GET that has one is not forged. No `Accept`
 * header has that effect. The first is that of GraphQL over HTTP, the others are Apollo's.
 */
export const PREFLIGHT_HEADERS = [
  "graphql-require-preflight",
  "apollo-require-preflight",
  "x-apollo-operation-name",
] as const;

/** Apollo Server with our settings, not yet started. */
export function apolloServer(
  schema: GraphQLSchema,
  { introspection, automaticPersistedQueries, trustedDocuments, limits }: GraphqlOptions,
  log: Logger,
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
): ApolloServer<RequestContext> {
  const hints = new FieldHints(schema);
  return new ApolloServer<RequestContext>({
    schema,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: { requestHeaders: [...PREFLIGHT_HEADERS] },
    parseOptions: parseOptions(limits),
    validationRules: [limitsRule(limits)],
    stringifyResult: answerText(limits),
    // Persisted queries are in Apollo's own cache, which evicts the oldest beyond 30 MiB.
    cache: "bounded",
    persistedQueries: automaticPersistedQueries && trustedDocuments === null ? {} : false,
    formatError: (formatted, error) => {
      const requestId = requestIdOfError(error);
      const report = (cause: unknown): void => log.error("request failed", cause, { requestId });
      const shown = withPlace(formatError(formatted, mistakeBehind(error), report, requestId), error);
      return boundedMessage(introspection ? hints.addTo(shown) : withoutSchemaNames(shown));
    },
    logger: apolloLogger(log),
    plugins: [
      requestErrors,
      requireClientForMutations,
      errorsInOrder,
      answerSummaries,
      catalogueAnswers,
      inputErrors,
      ...plugins,
      limitsOfVariables(limits),
      // The explorer is served before requests reach Apollo Server.
      ApolloServerPluginLandingPageDisabled(),
      // It would look for cache hints, which no field has, and use memory for each field.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
}

/**
 * Apollo Server hides the near names of fields, not those of enum values in variables. An error with a path comes from
 * a field: the near names that it gives are products and places, and stay.
 */
function withoutSchemaNames(error: GraphQLFormattedError): GraphQLFormattedError {
  if (error.path !== undefined) return error;
  return { ...error, message: error.message.replace(/ ?Did you mean .+\?$/, "") };
}

/** Messages of Apollo Server go to our log; its errors reach `formatError` with their cause. */
function apolloLogger(log: Logger): NonNullable<ApolloServerOptions<RequestContext>["logger"]> {
  const remark = (message: unknown): void => log.info("remark of Apollo Server", { remark: String(message) });
  return { debug: () => {}, info: remark, warn: remark, error: remark };
}
