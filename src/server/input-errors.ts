import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { DomainError } from "../core/errors";
import type { RequestContext } from "../graphql/context";
import { inputMistakes } from "../graphql/input-mistakes";
import { literalPlaces } from "../graphql/literal-places";

/** Apollo Server formats errors without saying of which request they are. */
const mistakes = new WeakMap<object, DomainError>();
/** Of errors of validation: where in an argument the mistake is. */
const places = new WeakMap<object, string>();

/** Finds what of the errors is wrong with variables and arguments, while the request is at hand. */
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

/** What is wrong with a variable, or an error that is none of that kind as it is. */
export function mistakeBehind(error: unknown): unknown {
  return (isObject(error) && mistakes.get(error)) || error;
}

/** What is shown of an error of validation, with where in an argument it is: as it would be told of a variable. */
export function withPlace(shown: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const field = isObject(error) ? places.get(error) : undefined;
  return field === undefined ? shown : { ...shown, extensions: { ...shown.extensions, field } };
}

function isObject(error: unknown): error is object {
  return typeof error === "object" && error !== null;
}
