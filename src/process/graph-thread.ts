import "reflect-metadata";
import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { Piscina } from "piscina";
import type { ProductCalculator } from "../core/contract";
import type { BenchmarkStore } from "../core/language-models";
import { Deadline } from "../estimates";
import { redaction } from "../observability";
import { ANYBODY } from "../server/access";
import { piecesOf } from "../server/answer/answer-body";
import { GzipPieces } from "../server/answer/gzip-pieces";
import { HttpProblem } from "../server/errors/http-problem";
import { type GraphqlHandler, startGraphql } from "../server/graphql-server";
import { jsonLogger } from "../server/logger";
import { JsonBody } from "../server/request/json-body";
import { JSON_TYPE } from "../server/request/media-type";
import {
  completed,
  monotonicNow,
  RemoteProcess,
  type ThreadResult,
  type ThreadTask,
} from "../server/threads";
import { benchmarksAsShipped } from "../stores/benchmarks";
import { composeFor } from "./composition";
import { readConfig } from "./config";
import { ENVIRONMENT } from "./environment";
import { rehearse } from "./rehearsal";
import { warmUp } from "./warm-up";

/** What the task of the moment needs: a thread has one at a time. */
let remote: RemoteProcess | null = null;
let calculations = new Map<string, number>();

/** For what is rehearsed: the store of the process is opened by who asks for tokens, and no sooner. */
const shipped = benchmarksAsShipped();

/** The store of the process, whichever task asks. The rest of it is for programs. */
const benchmarks: BenchmarkStore = {
  findByModels: (models, asOf) =>
    remote?.ask("findByModels", models, asOf) ?? shipped.findByModels(models, asOf),
  findVintages: (models, day) =>
    remote?.ask("findVintages", models, day) ?? shipped.findVintages(models, day),
  revision: () => remote?.ask("revision") ?? shipped.revision(),
  list: gone,
  import: gone,
  imports: gone,
  undo: gone,
  ping: async () => undefined,
  close: async () => undefined,
};

async function gone(): Promise<never> {
  throw new Error("there is no task whose store could be queried");
}

/** Counted here, and reported to the metrics of the process with the answer. */
function counted(calculator: ProductCalculator): ProductCalculator {
  const calculate: ProductCalculator["calculate"] = (spec, context) => {
    calculations.set(calculator.kind, (calculations.get(calculator.kind) ?? 0) + 1);
    return calculator.calculate(spec, context);
  };
  return Object.create(calculator, { calculate: { value: calculate } }) as ProductCalculator;
}

async function start(): Promise<(task: ThreadTask) => Promise<ThreadResult>> {
  const config = readConfig(ENVIRONMENT);
  const redact = redaction(ENVIRONMENT);
  const log = jsonLogger((line) => process.stdout.write(line), { level: config.logLevel, redact });
  const composition = composeFor(config, { benchmarks, aroundCalculator: counted });
  const graphql = await startGraphql(composition, log, config);
  let isIdle = true;
  const ask = (body: string): Promise<void> => rehearsed(body, graphql);
  // What cannot be computed in advance is an error of who asks for it.
  const rehearsal = warmUp(composition, () => isIdle)
    .then((resources) => rehearse(ask, resources, () => isIdle))
    .catch(() => undefined);
  return async (task) => {
    if (task.isPreparation !== true) {
      isIdle = false;
      // The rest of a line or a request, which must not read the store of the task.
      await rehearsal;
    }
    return answer(task, graphql, config.limits.requestSeconds);
  };
}

/** What cannot be answered, such as what is no trusted document, need not be rehearsed. */
async function rehearsed(body: string, graphql: GraphqlHandler): Promise<void> {
  const request = {
    method: "POST",
    url: "/graphql",
    headers: { "content-type": JSON_TYPE },
    socket: new EventEmitter(),
  } as unknown as IncomingMessage;
  const asked = { requestId: "rehearsal", client: ANYBODY, isOfKnownPage: false };
  try {
    const { body: made } = await graphql.handle(request, JSON_TYPE, new JsonBody(body), asked);
    await new GzipPieces().joined([...piecesOf(made)]);
  } catch {
    // Whoever asks for it gets the error.
  }
}

async function answer(task: ThreadTask, graphql: GraphqlHandler, seconds: number): Promise<ThreadResult> {
  const { method, url, headers, type, body, requestId, client, isOfKnownPage, endsAt, isAbandoned } = task;
  const asking = new RemoteProcess(task.process);
  // What is prepared reads no benchmarks, and what is rehearsed beside it only the shipped ones.
  if (task.isPreparation !== true) remote = asking;
  calculations = new Map();
  const deadline = new Deadline(seconds, {
    elapsedMs: seconds * 1000 - (endsAt - monotonicNow()),
    isAbandoned: () => Atomics.load(isAbandoned, 0) !== 0,
  });
  // All of a request that its answer depends on; its connection ends in the thread that reads it.
  const request = { method, url, headers, socket: new EventEmitter() } as unknown as IncomingMessage;
  const gzip = task.isGzipped ? new GzipPieces() : null;
  const printing = gzip === null ? {} : { onPiece: (piece: Uint8Array) => gzip.begin(piece) };
  const asked = { requestId, client: { ...ANYBODY, name: client }, isOfKnownPage, deadline, ...printing };
  try {
    const texts = {
      get: (hash: string) => asking.ask("textOf", hash),
      set: (hash: string, text: string) => asking.ask("register", hash, text),
    };
    const given = body === undefined ? undefined : new JsonBody(body);
    const sent = given !== undefined && graphql.registersTexts ? await completed(given, texts) : given;
    const made = await graphql.handle(request, type, sent, asked);
    // Encoded and compressed here: the thread that sends it has others to answer.
    const plain = [...piecesOf(made.body)];
    const isGzipped = gzip !== null && plain.length > 1;
    const pieces = isGzipped ? await gzip.joined(plain) : plain;
    const encoding = isGzipped ? { encoding: "gzip" as const } : {};
    const answer = { ...made, headers: [...made.headers], body: pieces, ...encoding };
    return handedOver({ calculations, answer }, pieces);
  } catch (problem) {
    if (problem instanceof HttpProblem) return { calculations, problem: problem.text };
    throw problem;
  } finally {
    asking.close();
    remote = null;
  }
}

/** The result, with bytes that move to the other thread and are not copied. */
function handedOver(result: ThreadResult, pieces: readonly Uint8Array[]): ThreadResult {
  const movable = {
    [Piscina.transferableSymbol]: pieces.map(({ buffer }) => buffer),
    [Piscina.valueSymbol]: result,
  };
  return Piscina.move(movable as never) as unknown as ThreadResult;
}

export default start();
