import { join } from "node:path";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { type Composition, type CompositionOptions, compose } from "../../src/compose";
import { type AccessOptions, OPEN_ACCESS, openAccess } from "../../src/server/access";
import { startGraphql } from "../../src/server/graphql-server";
import { type RunningServer, type Surroundings, serve } from "../../src/server/http";
import { jsonLogger } from "../../src/server/logger";
import type { GraphqlOptions } from "../../src/server/options";
import { PATIENT_LIMITS } from "./patient-limits";
import { postJson } from "./post-json";
import { usualComposition } from "./usual";

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: string;
    readonly field?: string;
    readonly suggestions?: readonly string[];
  };
}

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors?: readonly GraphError[];
}

/** The graph over real HTTP on a free port, with its log. */
export interface LiveGraph extends RunningServer {
  readonly log: readonly string[];
  /** Log lines of internal errors. */
  readonly faults: readonly string[];
  /** As on SIGHUP. */
  reloadAccess(): void;
  ask<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Answer<Data>>;
  askText(query: string, variables?: Record<string, unknown>): Promise<Answer<Record<string, unknown>>>;
}

export async function startLiveGraph(
  options: CompositionOptions = {},
  server: Partial<GraphqlOptions> = {},
  surroundings: Partial<Surroundings> = {},
  accessOptions: Partial<AccessOptions> = {},
): Promise<LiveGraph> {
  const log: string[] = [];
  const logger = jsonLogger((line) => log.push(line));
  const graphql = await startGraphql(composedFor(options, server), logger, {
    limits: PATIENT_LIMITS,
    ...server,
  });
  const access = await openAccess({ ...OPEN_ACCESS, ...accessOptions }, logger);
  const running = await serve(graphql, { host: "127.0.0.1", port: 0 }, logger, {
    access,
    explorer: EXPLORER,
    ...surroundings,
  });
  const post = async (body: object): Promise<Answer<never>> => {
    const { status, text } = await postJson(running.url, body);
    return { status, ...(JSON.parse(text) as Omit<Answer<never>, "status">) };
  };
  return {
    ...running,
    stop: (drain) => {
      access.stop();
      return running.stop(drain);
    },
    log,
    get faults() {
      return faultsIn(log);
    },
    reloadAccess: () => access.reload(),
    ask: (document, variables) => post({ query: print(document), variables }),
    askText: (query, variables) => post({ query, variables }),
  };
}

/** A placeholder for the built page, which other suites open in a browser. */
const EXPLORER = { folder: join(__dirname, "explorer"), hasOperations: true };

/** Shared by all servers without options. */
function composedFor(
  options: CompositionOptions,
  { introspectsMachinery = false }: Partial<GraphqlOptions>,
): Composition {
  // Introspection is a setting of the schema, not of a server.
  const isUsual = Object.keys(options).length === 0 && !introspectsMachinery;
  return isUsual ? usualComposition() : compose(options);
}

export function faultsIn(log: readonly string[]): string[] {
  return log.filter((line) => line.includes('"level":"error"'));
}

/** Queries that fail are null; without errors, none is. */
export type Answered<Data> = { [Query in keyof Data]: NonNullable<Data[Query]> };

/** The data of a response, which must have no errors. */
export function dataOf<Data>({ data, errors }: Answer<Data>): Answered<Data> {
  if (data === null || errors !== undefined) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
  return data as Answered<Data>;
}
