import type { ApolloServerPlugin } from "@apollo/server";
import type { DomainError } from "../core/errors";
import type { RequestContext } from "../graphql/context";
import { inputMistakes } from "../graphql/input-mistakes";

/** Apollo Server formats errors without saying of which request they are. */
const mistakes = new WeakMap<object, DomainError>();

/** Finds what of the errors of an execution is wrong with its variables, while the request is at hand. */
export const inputErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, schema, document, operation, request: { variables = {} } }) {
        if (document === undefined || operation === undefined) return;
        const mistakeOf = inputMistakes({ schema, document, operation, variables });
        for (const error of errors) {
          const mistake = mistakeOf(error);
          if (mistake !== null) mistakes.set(error, mistake);
        }
      },
    };
  },
};

/** What is wrong with a variable, or an error that is none of that kind as it is. */
export function mistakeBehind(error: unknown): unknown {
  return (typeof error === "object" && error !== null && mistakes.get(error)) || error;
}
