import "reflect-metadata";
import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { Piscina } from "piscina";
import type { ProductCalculator } from "../core/contract";
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
import { type BenchmarkReads, ThreadStore } from "./thread-store";
import { warmUp } from "./warm-up";

/** Of the task of the moment: a thread has one at a time. */
let calculations = new Map<string, number>();

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
  const store = new ThreadStore(benchmarksAsShipped());
  const { benchmarks } = store;
  const composition = composeFor(config, { benchmarks, aroundCalculator: counted });
  const graphql = await startGraphql(composition, log, config);
  const ask = (body: string): Promise<void> => rehearsed(body, graphql);
  store.rehearse(async (isIdle) => rehearse(ask, await warmUp(composition, isIdle), isIdle));
  return async (task) => {
    const asking = new RemoteProcess(task.process);
    const work = (): Promise<ThreadResult> => answer(task, asking, graphql, config.limits.requestSeconds);
    // What is prepared reads no benchmarks, and what is rehearsed beside it goes on.
    return task.isPreparation === true ? work() : store.during(readsOf(asking), work);
  };
}

function readsOf(asking: RemoteProcess): BenchmarkReads {
  return {
    findByModels: (models, asOf) => asking.ask("findByModels", models, asOf),
    findVintages: (models, day) => asking.ask("findVintages", models, day),
    revision: () => asking.ask("revision"),
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

async function answer(
  task: ThreadTask,
  asking: RemoteProcess,
  graphql: GraphqlHandler,
  seconds: number,
): Promise<ThreadResult> {
  const { method, url, headers, type, body, requestId, client, isOfKnownPage, endsAt, isAbandoned } = task;
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
