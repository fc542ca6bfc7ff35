import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../graphql/context";
import { isCatalogueQuery } from "../graphql/queries/catalogue-queries";

/** By the session of the request: Apollo Server copies the context, not what is in it. */
const answered = new WeakSet<object>();

/** Records which responses to a GET are catalogues without errors, and so can be cached by clients. */
export const catalogueAnswers: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ schema }) {
    return {
      async willSendResponse({ request, document, response: { body }, contextValue }) {
        if (request.http?.method !== "GET" || document === undefined || body.kind !== "single") return;
        if (body.singleResult.errors !== undefined || body.singleResult.data == null) return;
        if (isCatalogueQuery(schema, document)) answered.add(contextValue.session);
      },
    };
  },
};

export function isCatalogueAnswer({ session }: RequestContext): boolean {
  return answered.has(session);
}
