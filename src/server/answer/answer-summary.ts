import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../../graphql/context";
import { type AnswerSummary, NOTHING_RUN } from "../request-record";

/** By the session of the request: Apollo Server copies the context, not what is in it. */
const summaries = new WeakMap<object, AnswerSummary>();
/** The request of each error: Apollo Server's `formatError` does not get it. */
const requestIds = new WeakMap<object, string>();

/** Records a summary of a response of Apollo Server before it is serialised. */
export const answerSummaries: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) requestIds.set(error, contextValue.requestId);
      },
      async willSendResponse({ response: { body }, contextValue, operationName }) {
        const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
        const errorCodes = errors.map(({ extensions }) => String(extensions?.code));
        summaries.set(contextValue.session, { operationName: operationName ?? null, errorCodes });
      },
    };
  },
};

export function requestIdOfError(error: unknown): string | undefined {
  return typeof error === "object" && error !== null ? requestIds.get(error) : undefined;
}

/** Requests that Apollo Server refuses before execution have no summary: the response has errors only, and is short. */
export function summaryOf(context: RequestContext, body: string): AnswerSummary {
  return summaries.get(context.session) ?? (body.startsWith('{"errors":') ? refusal(body) : NOTHING_RUN);
}

function refusal(body: string): AnswerSummary {
  const { errors } = JSON.parse(body) as { errors: readonly { extensions?: { code?: unknown } }[] };
  return { operationName: null, errorCodes: errors.map(({ extensions }) => String(extensions?.code)) };
}
