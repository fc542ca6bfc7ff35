import "reflect-metadata";
import { readFileSync } from "node:fs";
import { type Composition, compose } from "../src/compose";
import { DEFAULT_LIMITS } from "../src/graphql/limits";
import { type GraphqlHandler, startGraphql } from "../src/server/graphql-server";
import { serve } from "../src/server/http";
import { jsonLogger } from "../src/server/logger";
import { serveBare } from "./bare";
import type { Mode } from "./child";
import { OTHER_SERVERS, prebuiltSchema } from "./other-servers";

/** Large enough for portfolios of 100,000 lines: what is measured is how cost grows. */
const LIMITS = { ...DEFAULT_LIMITS, items: 200_000, cost: 1e9, bodyBytes: 200 * 2 ** 20 };

const log = jsonLogger(() => undefined);

async function handlerOf(mode: "graph" | "floor" | "prebuilt", answer: string): Promise<GraphqlHandler> {
  if (mode === "graph") return startGraphql(compose(), log, { limits: LIMITS });
  if (mode === "floor") return floor(answer);
  const executable = prebuiltSchema(answer);
  return startGraphql({ schema: { executable }, sessionAt: () => ({}) } as unknown as Composition, log);
}

function floor(answer: string): GraphqlHandler {
  const headers: [string, string][] = [["content-type", "application/json; charset=utf-8"]];
  const summary = { operationName: null, errorCodes: [] };
  return {
    schemaText: null,
    limits: LIMITS,
    handle: async () => ({ status: 200, headers, body: answer, summary }),
    stop: async () => undefined,
  };
}

async function served(mode: Mode, answer: string): Promise<string> {
  if (mode === "bare") return serveBare(answer);
  if (mode in OTHER_SERVERS) return OTHER_SERVERS[mode as keyof typeof OTHER_SERVERS](prebuiltSchema(answer));
  return (await serve(await handlerOf(mode as "graph", answer), { host: "127.0.0.1", port: 0 }, log)).url;
}

async function main([mode, file = ""]: string[]): Promise<void> {
  const answer = readFileSync(file, "utf8");
  const url = await served(mode as Mode, answer);
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ bytes: process.memoryUsage().rss, cpuMicros: user + system });
  });
  process.once("disconnect", () => process.exit(0));
  process.send?.(url);
}

void main(process.argv.slice(2));
