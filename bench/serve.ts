import "reflect-metadata";
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { type Composition, compose } from "../src/compose";
import { DEFAULT_LIMITS } from "../src/graphql/limits";
import { type GraphqlHandler, startGraphql } from "../src/server/graphql-server";
import { serve } from "../src/server/http";
import { jsonLogger } from "../src/server/logger";
import { serveBare } from "./bare";
import type { Mode } from "./child";

/** Large enough for portfolios of 100,000 lines: what is measured is how cost grows. */
const LIMITS = { ...DEFAULT_LIMITS, items: 200_000, cost: 1e9, bodyBytes: 200 * 2 ** 20 };

const log = jsonLogger(() => undefined);

async function handlerOf(mode: Exclude<Mode, "bare">, answer: string): Promise<GraphqlHandler> {
  if (mode === "graph") return startGraphql(compose(), log, { limits: LIMITS });
  if (mode === "floor") return floor(answer);
  const executable = buildSchema(`${readFileSync("schema/schema.graphql", "utf8")}\nscalar _Any`);
  const query = executable.getQueryType()?.getFields();
  const { data } = JSON.parse(answer) as { data: Record<string, unknown> };
  for (const [name, value] of Object.entries(data)) if (query?.[name]) query[name].resolve = () => value;
  return startGraphql({ schema: { executable }, sessionAt: () => ({}) } as unknown as Composition, log);
}

function floor(answer: string): GraphqlHandler {
  const headers: [string, string][] = [["content-type", "application/json; charset=utf-8"]];
  const summary = { operationName: null, errorCodes: [] };
  return {
    hasLandingPage: false,
    schemaText: null,
    limits: LIMITS,
    handle: async () => ({ status: 200, headers, body: answer, summary }),
    stop: async () => undefined,
  };
}

async function served(mode: Mode, answer: string): Promise<string> {
  if (mode === "bare") return serveBare(answer);
  return (await serve(await handlerOf(mode, answer), { host: "127.0.0.1", port: 0 }, log)).url;
}

async function main([mode, file = ""]: string[]): Promise<void> {
  const answer = readFileSync(file, "utf8");
  const url = await served(mode as Mode, answer);
  process.on("message", () => process.send?.(process.memoryUsage().rss));
  process.once("disconnect", () => process.exit(0));
  process.send?.(url);
}

void main(process.argv.slice(2));
