// Apollo Client with a cache that knows the types, and an operation of which it knows what it answers.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { InstanceTotalDocument, possibleTypes, typePolicies } from "footprint-graph/client";

const client = new ApolloClient({
  cache: new InMemoryCache({ possibleTypes, typePolicies }),
  link: new HttpLink({ uri: process.env.GRAPH ?? "http://localhost:4000/graphql" }),
});

const { data } = await client.query({
  query: InstanceTotalDocument,
  variables: { input: { type: "PRO2-S", zone: "fr-par-2" }, during: { hours: 730 } },
});
console.log(data.instance.footprint.total.kgCo2Equivalent.toFixed(3), "kg CO2e");
client.stop();
