import type { Reply } from "../answer/reply";
import { JSON_TYPE } from "../request/media-type";
import { type AnswerSummary, NOTHING_RUN } from "../request-record";
import type { Readiness } from "./health";

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Pages besides the graph, by path. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

/** Liveness: the process answers. Readiness: requests should be sent to it. */
export function healthPages(readiness: Readiness): Pages {
  const alive = (): Page => ({ status: 200, type: JSON_TYPE, body: '{"status":"ok"}' });
  return {
    "/health": alive,
    "/health/live": alive,
    "/health/ready": async () => {
      const { status, notReady } = await readiness.health();
      const isReady = notReady.length === 0;
      const body = JSON.stringify(isReady ? { status } : { status, notReady });
      return { status: isReady ? 200 : 503, type: JSON_TYPE, body };
    },
  };
}

/** @throws whatever the page throws, as a rejected promise */
export async function answerPage(reply: Reply, page: Pages[string]): Promise<AnswerSummary> {
  const { status, type, body } = await page();
  // Health must not be cached.
  const headers: [string, string][] = [
    ["content-type", type],
    ["cache-control", "no-store"],
  ];
  reply.send(status, headers, body);
  return NOTHING_RUN;
}
