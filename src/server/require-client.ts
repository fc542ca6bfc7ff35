import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { RequestContext } from "../graphql/context";

/**
 * Mutations always need an authenticated client, whatever the settings: a plugin with a mutation does not let
 * every client use it. The graph itself has no mutation.
 */
export const requireClientForMutations: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, contextValue }) {
        // Without mutations in the schema, validation reports the error.
        const isWrite = operation?.operation === OperationTypeNode.MUTATION && schema.getMutationType();
        if (!isWrite || contextValue.client !== null) return;
        throw new GraphQLError("Mutations are allowed to authenticated clients only", {
          extensions: { code: "FORBIDDEN", http: { status: 403, headers: new HeaderMap() } },
        });
      },
    };
  },
};
