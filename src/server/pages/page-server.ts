import { createServer } from "node:http";
import { Reply } from "../answer/reply";
import { sendProblem } from "../endpoint";
import { HttpProblem } from "../errors/http-problem";
import { type Address, listen } from "../listen";
import type { Logger } from "../logger";
import { pathOf } from "../path";
import { answerPage, type Pages } from "./pages";

export interface PageServer {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves pages such as metrics, without the graph, at a separate address for internal monitoring. */
export async function servePages(pages: Pages, address: Address, log: Logger): Promise<PageServer> {
  const known = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    const fault = (cause: unknown): void => log.error("request failed", cause);
    const reply = new Reply(request, response, false, fault);
    const page = known.get(pathOf(request));
    if (page === undefined) {
      sendProblem(reply, new HttpProblem("NOT_FOUND", `Here are ${[...known.keys()].join(", ")}`));
      return;
    }
    answerPage(reply, page).catch((cause: unknown) => {
      fault(cause);
      sendProblem(reply, new HttpProblem("INTERNAL_SERVER_ERROR", "Internal server error"));
    });
  });
  const origin = await listen(server, address);
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
