import { type ApolloServerPlugin, HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type ParseOptions,
  type ValidationContext,
} from "graphql";
import type { RequestContext } from "../graphql/context";
import {
  type Cost,
  checkDocument,
  checkText,
  checkValues,
  compileCost,
  exceeding,
  type LimitError,
  type Limits,
} from "../graphql/limits";
import { documentParameters } from "./document-parameters";
import { HttpProblem } from "./http-problem";

/** The parser counts tokens too, where `checkText` did not run. */
export function parseOptions({ tokens }: Limits): ParseOptions {
  return { maxTokens: tokens };
}

/**
 * Refuses a text that must not even be parsed, and passes on any other request. A text that is named by its hash was
 * let through when it was registered.
 * @throws HttpProblem
 */
export function checkedText(request: HTTPGraphQLRequest, limits: Limits): HTTPGraphQLRequest {
  const { query } = documentParameters(request);
  const error = query === undefined ? null : checkText(query, limits);
  if (error === null) return request;
  const { code, message, details } = error;
  throw new HttpProblem(code, message, { extensions: { ...details }, isWellFormed: true });
}

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * The limits of a document as a rule of validation. Rules run side by side, and some take the square of what they are
 * given: when a document is over a limit, they are shown an empty one in its place.
 */
export function limitsRule(limits: Limits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    Document: {
      enter(document) {
        const errors = checkDocument(document, context.getSchema(), limits);
        for (const error of errors) context.reportError(error);
        return errors.length === 0 ? undefined : NOTHING;
      },
    },
  });
}

/** What of an operation is over a limit with the variables that came with it. */
function overLimits(
  cost: Cost,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): readonly LimitError[] {
  const errors = checkValues(variables, limits);
  return errors.length > 0 ? errors : exceeding("cost", cost(variables), limits);
}

/** Units of cost, of 100 µs each at most, beyond which others would wait too long: an Instance explained in full has 450. */
export const DEAR = 500;

const costs = new WeakMap<DocumentNode, Map<string, Cost>>();

/** What an operation of a valid document costs, by its variables. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: string): Cost {
  const known = costs.get(document) ?? new Map<string, Cost>();
  costs.set(document, known);
  const cost = known.get(operation) ?? compileCost(schema, document, operation || undefined);
  known.set(operation, cost);
  return cost;
}

/** Refuses such an operation. */
export function limitsOfVariables(limits: Limits): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operationName, request }) {
          const { variables = {} } = request;
          const cost = costOf(schema, document, operationName ?? "");
          const [error] = overLimits(cost, variables, limits);
          if (error) throw refusal(error);
        },
      };
    },
  };
}

/** Apollo Server takes an error without a status for a fault of ours. */
function refusal(error: GraphQLError): GraphQLError {
  const http = { status: 400, headers: new HeaderMap() };
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...error.extensions, http },
  });
}
