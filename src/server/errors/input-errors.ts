import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { DomainError } from "../../core/errors";
import type { RequestContext } from "../../graphql/context";
import { inputMistakes } from "../../graphql/errors/input-mistakes";
import { literalPlaces } from "../../graphql/errors/literal-places";

/** The request of each error: Apollo Server's `formatError` does not get it. */
const mistakes = new WeakMap<object, DomainError>();
/** Path within an argument of validation errors. */
const places = new WeakMap<object, string>();

/** Finds errors in variables and arguments while the request is available. */
export const inputErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, schema, document, operation, request: { variables = {} } }) {
        if (document === undefined) return;
        if (operation === undefined) {
          const placeOf = literalPlaces(document);
          for (const error of errors) {
            const place = placeOf(error);
            if (place !== null) places.set(error, place);
          }
          return;
        }
        const mistakeOf = inputMistakes({ schema, document, operation, variables });
        for (const error of errors) {
          const mistake = mistakeOf(error);
          if (mistake !== null) mistakes.set(error, mistake);
        }
      },
    };
  },
};

/** Translates an error in a variable; returns others unchanged. */
export function mistakeBehind(error: unknown): unknown {
  return (isObject(error) && mistakes.get(error)) || error;
}

/** A validation error with the path within its argument, in the same form as for a variable. */
export function withPlace(shown: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const field = isObject(error) ? places.get(error) : undefined;
  return field === undefined ? shown : { ...shown, extensions: { ...shown.extensions, field } };
}

function isObject(error: unknown): error is object {
  return typeof error === "object" && error !== null;
}
