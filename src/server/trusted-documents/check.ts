import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { checkDocument, checkText, type Limits } from "../../graphql/limits";
import { parseOptions } from "../limits";
import { sha256 } from "../sha256";
import type { FoundDocument } from "./document";
import type { DocumentProblem } from "./problems";

/** Schema and limits for the check of documents. */
export interface DocumentRules {
  readonly schema: GraphQLSchema;
  /** Whether documents may use introspection. */
  readonly introspection: boolean;
  readonly limits: Limits;
}

/** All problems that would prevent execution. */
export function problemsOf(document: FoundDocument, rules: DocumentRules): readonly DocumentProblem[] {
  return [...hashProblems(document), ...textProblems(document.text, rules)].map((message) => ({
    where: document.where,
    message,
  }));
}

function hashProblems({ claimedHash, text }: FoundDocument): readonly string[] {
  const hash = sha256(text);
  if (claimedHash === undefined || claimedHash === hash) return [];
  return [`"${claimedHash}" is not the SHA-256 of its text, which is ${hash}`];
}

function textProblems(text: string, { schema, introspection, limits }: DocumentRules): readonly string[] {
  const tooMuch = checkText(text, limits);
  if (tooMuch !== null) return [tooMuch.message];
  const document = parsed(text, limits);
  if (document instanceof GraphQLError) return [withLine(document)];
  const overLimits = checkDocument(document, schema, limits);
  if (overLimits.length > 0) return overLimits.map(withLine);
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(schema, document, rules).map(withLine);
  return [...errors, ...operationProblems(document, schema)];
}

function parsed(text: string, limits: Limits): DocumentNode | GraphQLError {
  try {
    return parse(text, parseOptions(limits));
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);
  }
}

function withLine({ message, locations }: GraphQLError): string {
  const line = locations?.[0]?.line;
  return line === undefined ? message : `line ${line}: ${message}`;
}

/** Not part of validation: that there is an operation, and a root type for it. */
function operationProblems(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operations.length === 0) return ["it holds no operation"];
  const rootless = operations.filter(({ operation }) => !schema.getRootType(operation));
  return rootless.map(({ operation }) => `the graph has no ${operation}s`);
}
