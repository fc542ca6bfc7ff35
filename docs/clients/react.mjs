// A component of React with Apollo Client. `h` is what JSX is compiled to: <Month type="PRO2-S" zone="fr-par-2" />.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider, useSuspenseQuery } from "@apollo/client/react";
import { InstanceTotalDocument, possibleTypes, typePolicies } from "footprint-graph/client";
import { createElement as h, Suspense } from "react";

const client = new ApolloClient({
  cache: new InMemoryCache({ possibleTypes, typePolicies }),
  link: new HttpLink({ uri: process.env.GRAPH ?? "http://localhost:4000/graphql" }),
});

function Month({ type, zone }) {
  const variables = { input: { type, zone }, during: { hours: 730 } };
  const { data } = useSuspenseQuery(InstanceTotalDocument, { variables });
  const { kgCo2Equivalent } = data.instance.footprint.total;
  return h("p", null, `${kgCo2Equivalent.toFixed(3)} kg CO2e a month`);
}

export function App() {
  const month = h(Month, { type: "PRO2-S", zone: "fr-par-2" });
  return h(ApolloProvider, { client }, h(Suspense, { fallback: "…" }, month));
}
