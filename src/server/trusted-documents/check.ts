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
import { PARSE_OPTIONS } from "../document-size";
import { sha256 } from "../sha256";
import type { DocumentProblem } from "./problems";
import type { FoundDocument } from "./source";

/** What a document is checked against. */
export interface DocumentRules {
  readonly schema: GraphQLSchema;
  /** Whether a document may ask for the schema. */
  readonly introspection: boolean;
}

/** Everything that would keep a document from being run. */
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

function textProblems(text: string, { schema, introspection }: DocumentRules): readonly string[] {
  const document = parsed(text);
  if (document instanceof GraphQLError) return [withLine(document)];
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(schema, document, rules).map(withLine);
  return [...errors, ...operationProblems(document, schema)];
}

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, PARSE_OPTIONS);
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError((error as Error).message);
  }
}

function withLine({ message, locations }: GraphQLError): string {
  const line = locations?.[0]?.line;
  return line === undefined ? message : `line ${line}: ${message}`;
}

/** What validation does not look at: that there is something to run, and a root to run it on. */
function operationProblems(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operations.length === 0) return ["it holds no operation"];
  const rootless = operations.filter(({ operation }) => !schema.getRootType(operation));
  return rootless.map(({ operation }) => `the graph has no ${operation}s`);
}
