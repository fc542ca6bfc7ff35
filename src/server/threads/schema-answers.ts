import {
  type DefinitionNode,
  getIntrospectionQuery,
  type IntrospectionOptions,
  Kind,
  parse,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from "graphql";
import { LRUCache } from "lru-cache";
import { isRecord } from "../../core/helpers";
import { bytesOf } from "../answer/answer-body";
import type { GraphqlAnswer } from "../answer/graphql-answer";
import type { JsonBody } from "../request/json-body";
import type { AnswerType } from "../request/media-type";

/** Most answers in the cache, and bytes of all of them; the least recently used is evicted. */
const MOST_ANSWERS = 100;
const MOST_BYTES = 8_000_000;

/** Asks for the schema: to answer it takes tens of milliseconds, and what it shows is made at the first such question. */
export const INTROSPECTS = /\b__(?:schema|type)\b/;

const NAME = /^\s*query\s+(\w+)/;

/** A question for the schema and nothing else: its answer stays the same, whoever asks. */
export interface SchemaQuestion {
  /** The same for questions that have the same answer. */
  readonly key: string;
  readonly query: string;
}

const query = (options: IntrospectionOptions): string => getIntrospectionQuery(options);
/** As tools ask it at their start. */
export const USUAL: readonly string[] = [
  query({}),
  query({ descriptions: false }),
  query({ schemaDescription: true, inputValueDeprecation: true }),
  query({
    schemaDescription: true,
    inputValueDeprecation: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
  }),
];

/** Answers to questions for the schema, such as tools ask at their start, over and over. */
export class SchemaAnswers {
  private readonly answers = new LRUCache<string, GraphqlAnswer>({
    max: MOST_ANSWERS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ body }, key) => bytesOf(body) + key.length,
  });

  get({ key }: SchemaQuestion, type: AnswerType): GraphqlAnswer | undefined {
    const answer = this.answers.get(key);
    return answer && { ...answer, headers: [["content-type", `${type}; charset=utf-8`]] };
  }

  /** Remembers an answer without errors. */
  remember({ key }: SchemaQuestion, { status, summary, body }: GraphqlAnswer): void {
    if (status === 200 && summary.errorCodes.length === 0)
      this.answers.set(key, { status, headers: [], summary, body });
  }
}

/** The question of a POST; null for any other request, and for one that may ask for something else. */
export function schemaQuestionOf(body: JsonBody): SchemaQuestion | null {
  if (!INTROSPECTS.test(body.text) || !isRecord(body.value)) return null;
  const { query, operationName = null, variables = null, ...others } = body.value;
  if (typeof query !== "string" || Object.values(others).some((other) => other != null)) return null;
  try {
    // Tools say the name of the only operation, or do not.
    const name = NAME.exec(query)?.[1] === operationName ? null : operationName;
    // As they were sent: JSON would write 1e400 as null.
    const values = variables === null ? null : body.text;
    const key = JSON.stringify([name, values, stripIgnoredCharacters(query)]);
    return { key, query };
  } catch {
    // It has a syntax error.
    return null;
  }
}

/** Whether only the schema is asked for: what is selected at the root, and by fragments there. */
export function asksForSchemaAlone({ query }: SchemaQuestion): boolean {
  const [operation, ...more] = definitionsOf(query).filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || operation.operation !== "query" || more.length > 0)
    return false;
  const isOfSchema = ({ selections }: SelectionSetNode): boolean =>
    selections.every((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith("__"));
  return isOfSchema(operation.selectionSet);
}

/** None of a text that cannot be parsed: whoever answers it says why. */
function definitionsOf(query: string): readonly DefinitionNode[] {
  try {
    return parse(query).definitions;
  } catch {
    return [];
  }
}
