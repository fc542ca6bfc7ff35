import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { post } from "../http/support/ask";
import { startGraph, stopGraph } from "./support/graph-process";

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Span["attributes"] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A collector that keeps what it is sent. */
async function startCollector() {
  const exports: Export[] = [];
  const headers: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    headers.push(request.headers);
    if (request.url === "/v1/traces") exports.push(JSON.parse(text) as Export);
    response.setHeader("content-type", "application/json");
    response.end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exports,
    headers,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

const QUERY = `query Tokens {
  serverlessUsage(input: {model: "gpt-oss-120b", region: "fr-par", outputTokens: 9}) { footprint { total { kgCo2Equivalent } } }
}`;

it("are sent where one is told to, as part of the trace that a request belongs to", async () => {
  const collector = await startCollector();
  const graph = await startGraph({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_EXPORTER_OTLP_HEADERS: "x-token=very-secret-token",
  });
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01`, "x-request-id": "traced" };
  await post(graph.url, { query: QUERY }, headers);
  await post(graph.url, { query: "{ methodology { id } }" }, { traceparent: "nonsense" });
  await fetch(new URL("/health/ready", graph.url));
  const { code, stdout, stderr } = await stopGraph(graph);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).not.toContain("very-secret-token");
  await collector.stop();

  expect(collector.headers[0]).toMatchObject({ "x-token": "very-secret-token" });
  const resource = collector.exports[0]?.resourceSpans[0]?.resource.attributes;
  expect(resource).toContainEqual({ key: "service.name", value: { stringValue: "footprint-graph" } });
  const spans = collector.exports.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  expect(spans.map(({ name }) => name).sort()).toEqual(["POST /graphql", "POST /graphql", "benchmarks find"]);
  const store = spans.find(({ name }) => name === "benchmarks find");
  const request = spans.find(({ spanId }) => spanId === store?.parentSpanId);
  expect(request).toMatchObject({ name: "POST /graphql", traceId, parentSpanId: "b7ad6b7169203331" });
  expect(store?.traceId).toBe(traceId);
  expect(request?.attributes).toEqual(
    expect.arrayContaining([
      { key: "footprint.request_id", value: { stringValue: "traced" } },
      { key: "graphql.operation.name", value: { stringValue: "Tokens" } },
      { key: "http.response.status_code", value: { intValue: 200 } },
      { key: "footprint.calculations.serverlessUsage", value: { intValue: 1 } },
    ]),
  );
  const other = spans.find((span) => span.name === "POST /graphql" && span !== request);
  expect(other?.parentSpanId).toBeUndefined();
});

it("do not stand in the way when nobody takes them", async () => {
  const graph = await startGraph({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" });
  const { body } = await post(graph.url, { query: QUERY });
  expect(body.errors).toBeUndefined();
  const { code, stderr } = await stopGraph(graph);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
