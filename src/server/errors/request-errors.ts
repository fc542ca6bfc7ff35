import { type ApolloServerPlugin, type GraphQLRequestContext, HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { RequestContext } from "../../graphql/context";
import { JSON_TYPE } from "../request/media-type";

/** Apollo plugin for requirements of GraphQL over HTTP on refused requests that Apollo Server does not meet. */
export const requestErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation }) {
        // Otherwise the executor detects it, with an error that looks internal.
        if (operation && !schema.getRootType(operation.operation)) throw noSuchRoot(operation.operation);
      },
      async willSendResponse(request) {
        if (isRequestError(request)) setStatus(request);
      },
    };
  },
};

function noSuchRoot(operation: string): GraphQLError {
  return new GraphQLError(`The graph has no ${operation}s`, {
    extensions: {
      code: "OPERATION_RESOLUTION_FAILURE",
      http: { status: 400, headers: new HeaderMap() },
    },
  });
}

/** No field was executed: the response has no `data`, not even null. */
function isRequestError({ response: { body } }: GraphQLRequestContext<RequestContext>): boolean {
  return body?.kind === "single" && body.singleResult.data === undefined;
}

/**
 * In application/json a well-formed request is answered with 200, whatever its errors; in
 * application/graphql-response+json an answer without data is never 200.
 */
function setStatus({ request, response: { http }, source }: GraphQLRequestContext<RequestContext>): void {
  const isJson = request.http?.headers.get("accept") === JSON_TYPE;
  const hasDocument = source !== undefined;
  if (isJson && hasDocument && (http.status === 400 || http.status === 403)) http.status = 200;
  if (!isJson && (http.status ?? 200) < 400) http.status = 400;
}
