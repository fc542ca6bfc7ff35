import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { type ApolloServer, HeaderMap } from "@apollo/server";

/**
 * Serves it by POST on a free port. The standalone server of Apollo hangs up after 5 s without a request; where a
 * busy machine asks at that moment, its question is lost.
 */
export async function serveApollo(apollo: ApolloServer): Promise<{ url: string; stop: () => Promise<void> }> {
  await apollo.start();
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    answer(apollo, request, response).catch((error) => response.destroy(error));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await apollo.stop();
    },
  };
}

async function answer(
  apollo: ApolloServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const {
    status,
    headers: told,
    body,
  } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers, search: "", body: await json(request) },
    context: async () => ({}),
  });
  if (body.kind !== "complete") throw new Error("an answer came in parts");
  response.writeHead(status ?? 200, Object.fromEntries(told)).end(body.string);
}
