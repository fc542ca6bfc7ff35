import type { ApolloServerPlugin } from "@apollo/server";
import type { FormattedExecutionResult, GraphQLFormattedError } from "graphql";
import { isRecord } from "../../core/helpers";
import type { RequestContext } from "../../graphql/context";

/**
 * graphql-js lists errors as they come to its notice, which depends on what is cached. An answer lists them in the order of
 * its data, so that the same request has the same answer.
 */
export const errorsInOrder: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      // Not before: an operation that is dear is compiled, and answered, in place of being executed.
      async executionDidStart({ contextValue }) {
        contextValue.underWay = new Map();
      },
      async willSendResponse({ response: { body } }) {
        if (body.kind === "single") body.singleResult = withErrorsInOrder(body.singleResult);
      },
    };
  },
};

function withErrorsInOrder<Answer extends FormattedExecutionResult>(answer: Answer): Answer {
  const { data, errors = [] } = answer;
  if (data === undefined || errors.length < 2) return answer;
  const rankOf = rankIn(data);
  const ranked = errors.map((error) => ({ error, rank: rankOf(error) }));
  ranked.sort((a, b) => compare(a.rank, b.rank));
  return { ...answer, errors: ranked.map(({ error }) => error) };
}

/** The place of an error in the data, level by level; below a null, which has no fields, that in the document. */
function rankIn(data: unknown): (error: GraphQLFormattedError) => readonly number[] {
  const known = new Map<object, ReadonlyMap<string, number>>();
  const fieldsOf = (object: object): ReadonlyMap<string, number> => {
    const fields = known.get(object) ?? new Map(Object.keys(object).map((name, index) => [name, index]));
    known.set(object, fields);
    return fields;
  };
  return ({ path = [], locations = [] }) => {
    const rank: number[] = [];
    let at = data;
    for (const key of path) {
      if (typeof key === "number") rank.push(key);
      else if (isRecord(at)) rank.push(fieldsOf(at).get(key) ?? -1);
      else rank.push(...locations.slice(0, 1).flatMap(({ line, column }) => [line, column]));
      at = (at as Record<string | number, unknown> | null | undefined)?.[key];
    }
    return rank;
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let level = 0; level < a.length && level < b.length; level++) {
    const difference = (a[level] as number) - (b[level] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
