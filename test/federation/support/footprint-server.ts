import { type CompositionOptions, compose } from "../../../src/compose";
import { startGraphql } from "../../../src/server/graphql-server";
import { type RunningServer, serve } from "../../../src/server/http";
import { jsonLogger } from "../../../src/server/logger";
import { PATIENT_LIMITS } from "../../support/patient-limits";

/** Our server, which can be stopped and started again on its port, and writes down what it is asked. */
export interface FootprintServer {
  readonly url: string;
  readonly sdl: string;
  /** Queries in the order they came. */
  readonly requests: string[];
  /** What it logged, which is nothing as long as no fault is ours. */
  readonly log: string[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function startFootprintServer(options: CompositionOptions): Promise<FootprintServer> {
  const requests: string[] = [];
  const log: string[] = [];
  const logger = jsonLogger((line) => log.push(line));
  let running: RunningServer | null = null;
  let port = 0;
  let sdl = "";

  const start = async (): Promise<void> => {
    const composition = compose(options);
    sdl = composition.schema.subgraphSdl;
    const graphql = await startGraphql(composition, logger, { limits: PATIENT_LIMITS });
    const counted: typeof graphql = {
      ...graphql,
      handle: (request, type, body, requestId) => {
        requests.push((JSON.parse(body?.text ?? "{}") as { query: string }).query);
        return graphql.handle(request, type, body, requestId);
      },
    };
    running = await serve(counted, { host: "127.0.0.1", port }, logger);
    port = Number(new URL(running.url).port);
  };
  await start();
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    sdl,
    requests,
    log,
    start,
    stop: async () => {
      await running?.stop();
      running = null;
    },
  };
}
