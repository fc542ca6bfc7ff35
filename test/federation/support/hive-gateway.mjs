// A process of its own: the gateway loads parts of itself by import(), which Jest's modules do not have.
// It is sent supergraphs, each of which it serves at a port that it answers with, and ends with the process that started it.
import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { buildHTTPExecutor } from "@graphql-tools/executor-http";

// The runtime comes without a transport; over HTTP, its own is a thin layer over this executor.
const http = {
  getSubgraphExecutor: ({ transportEntry, fetch }) =>
    buildHTTPExecutor({ endpoint: transportEntry.location, fetch }),
};

process.on("message", ({ id, supergraph }) => {
  const gateway = createGatewayRuntime({
    supergraph,
    transports: { http },
    logging: false,
  });
  // Node hangs up after 5 s without a request, and a busy machine may ask at that moment.
  const server = createServer({ keepAliveTimeout: 0 }, gateway);
  server.listen(0, "127.0.0.1", () => process.send({ id, port: server.address().port }));
});
process.once("disconnect", () => process.exit());
