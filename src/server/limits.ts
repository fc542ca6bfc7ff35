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
  checkVariables,
  compileCost,
  exceeding,
  type LimitError,
  type Limits,
} from "../graphql/limits";
import { HttpProblem } from "./errors/http-problem";
import { documentParameters } from "./request/document-parameters";

/** The parser also limits tokens, as `checkText` does not run for every text. */
export function parseOptions({ tokens }: Limits): ParseOptions {
  return { maxTokens: tokens };
}

/**
 * Refuses a text that is too large to be parsed, and passes on any other request. A persisted query was
 * checked when it was registered.
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
 * The limits of a document as a validation rule. Rules run in parallel, and some are quadratic in the size of the
 * document: if it is over a limit, they get an empty one instead.
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

/** The limit that an operation exceeds with its variables. */
function overLimits(
  cost: Cost,
  variables: Readonly<Record<string, unknown>>,
  limits: Limits,
): readonly LimitError[] {
  const errors = checkVariables(variables, limits);
  return errors.length > 0 ? errors : exceeding("cost", cost(variables), limits);
}

/** Cost above which others would wait too long [units of at most 100 µs]: an Instance explained in full has 510. */
export const DEAR = 550;

const costs = new WeakMap<DocumentNode, Map<string, Cost>>();

/** Cost of an operation of a valid document, by its variables. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: string): Cost {
  const known = costs.get(document) ?? new Map<string, Cost>();
  costs.set(document, known);
  const cost = known.get(operation) ?? compileCost(schema, document, operation || undefined);
  known.set(operation, cost);
  return cost;
}

/** Refuses an operation over a limit. */
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

/** Apollo Server treats an error without a status as an internal error. */
function refusal(error: GraphQLError): GraphQLError {
  const http = { status: 400, headers: new HeaderMap() };
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { ...error.extensions, http },
  });
}
