import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands before several graphs. */
export interface RoundRobin {
  readonly url: string;
  /** How many answers each upstream gave, in their order. */
  readonly answered: readonly number[];
  stop(): Promise<void>;
}

/** Asks one upstream after the other in turn; one that fails before it has answered is left out for this request. */
export async function startProxy(upstreams: readonly string[]): Promise<RoundRobin> {
  const answered = upstreams.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing));

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = Buffer.concat(await incoming.toArray());
    const first = turn++;
    for (let attempt = 0; attempt < upstreams.length; attempt++) {
      const index = (first + attempt) % upstreams.length;
      // Nothing is sent on before it is there as a whole: a question has no effect, so it may be asked again.
      const answer = await ask(upstreams[index] as string, incoming, body).catch(() => undefined);
      if (answer === undefined) continue;
      answered[index] = (answered[index] ?? 0) + 1;
      outgoing.writeHead(answer.status, { "content-type": answer.type });
      outgoing.end(answer.body);
      return;
    }
    outgoing.writeHead(502).end("{}");
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    answered,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

function ask(url: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": incoming.headers["content-type"] ?? "",
      "content-length": body.length,
      ...(incoming.headers.authorization === undefined
        ? {}
        : { authorization: incoming.headers.authorization }),
      "x-forwarded-for": incoming.socket.remoteAddress ?? "",
    };
    const sent = request(url, { method: incoming.method ?? "POST", headers, agent: false }, (response) => {
      response.toArray().then((chunks: Buffer[]) => {
        const type = response.headers["content-type"] ?? "";
        resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks) });
      }, reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
