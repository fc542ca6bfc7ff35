// The environment of Relay. Its compiler is given the schema: node_modules/footprint-graph/schema/schema.graphql.
import { getDataID } from "footprint-graph/client";
import relay from "relay-runtime";

const { Environment, Network, RecordSource, Store } = relay;

async function ask({ text }, variables) {
  const response = await fetch(process.env.GRAPH ?? "http://localhost:4000/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: text, variables }),
  });
  return response.json();
}

export const environment = new Environment({
  getDataID,
  network: Network.create(ask),
  store: new Store(new RecordSource()),
});
