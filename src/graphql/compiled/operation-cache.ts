import { type DocumentNode, type GraphQLSchema, getOperationAST } from "graphql";
import { LRUCache } from "lru-cache";
import { type CompiledOperation, compileOperation } from "./compiled-operation";
import { expandedFields } from "./expanded-fields";

/** Most documents in the cache; the least recently used is evicted. */
const MOST_DOCUMENTS = 100;
/** Compiling takes as long as some executions: it pays for frequent operations. */
const FREQUENT = 4;
/** Characters of a document beyond which it is not remembered. */
const LONGEST_TEXT = 20_000;
/** Fields, once for each type that they can be of, beyond which compiling would hold up other requests. */
const MOST_FIELDS = 1_500;
/** The same of an operation that is dear: compiling is the least of it. */
const MOST_FIELDS_OF_DEAR = 20_000;

/** An operation of a document. */
interface Known {
  requests: number;
  /** Undefined until it is frequent, null when it is better executed as it stands. */
  operation: CompiledOperation | null | undefined;
}

interface KnownDocument {
  readonly document: DocumentNode;
  /** By the name that requests give; null for none. */
  readonly operations: Map<string | null, Known>;
}

/**
 * Cache of compiled frequent operations. A document enters when it has been admitted: parsed, validated and
 * within the limits. From then on its text alone finds it.
 */
export class OperationCache {
  private readonly known = new LRUCache<string, KnownDocument>({ max: MOST_DOCUMENTS });

  constructor(private readonly schema: GraphQLSchema) {}

  /** Remembers an operation of a document that is valid. */
  admit(text: string, operationName: string | null | undefined, document: DocumentNode): void {
    if (text.length > LONGEST_TEXT) return;
    let known = this.known.get(text);
    if (known === undefined) {
      known = { document, operations: new Map() };
      this.known.set(text, known);
    }
    const name = operationName ?? null;
    if (!known.operations.has(name)) known.operations.set(name, { requests: 0, operation: undefined });
  }

  /** The operation, or null for one that is not known, not frequent enough, or better executed as it stands. */
  find(text: string, operationName: string | null | undefined): CompiledOperation | null {
    const document = this.known.get(text);
    const known = document?.operations.get(operationName ?? null);
    if (document === undefined || known === undefined) return null;
    known.requests++;
    if (known.operation === undefined && known.requests < FREQUENT) return null;
    return this.operationOf(known, document, operationName);
  }

  /** The same of one that is dear, whether it is remembered or not. It is compiled each time if it is too large to be remembered. */
  findDear(
    text: string,
    operationName: string | null | undefined,
    document: DocumentNode,
  ): CompiledOperation | null {
    const known = this.known.get(text);
    const operation = known?.operations.get(operationName ?? null);
    const remembered =
      known === undefined || operation === undefined
        ? null
        : this.operationOf(operation, known, operationName);
    return remembered ?? this.compile(document, operationName, MOST_FIELDS_OF_DEAR);
  }

  private operationOf(
    known: Known,
    { document }: KnownDocument,
    operationName: string | null | undefined,
  ): CompiledOperation | null {
    if (known.operation === undefined) known.operation = this.compile(document, operationName, MOST_FIELDS);
    return known.operation;
  }

  private compile(
    document: DocumentNode,
    operationName: string | null | undefined,
    mostFields: number,
  ): CompiledOperation | null {
    const operation = getOperationAST(document, operationName);
    // A mutation is checked on each request by the whole pipeline.
    if (operation?.operation !== "query" || expandedFields(this.schema, document, operation) > mostFields)
      return null;
    return compileOperation(this.schema, document, operation);
  }
}
