import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { RequestContext } from "../graphql/context";

/**
 * Who writes must be known by name, whatever the settings: a product that brings a mutation does not open the graph for
 * every client to change it. The graph itself has none.
 */
export const namedWrites: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, operation, contextValue }) {
        // Where there are no mutations, the error says that.
        const isWrite = operation?.operation === OperationTypeNode.MUTATION && schema.getMutationType();
        if (!isWrite || contextValue.client !== null) return;
        throw new GraphQLError("Only a client that is known by name may change anything", {
          extensions: { code: "FORBIDDEN", http: { status: 403, headers: new HeaderMap() } },
        });
      },
    };
  },
};
