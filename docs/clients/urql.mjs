// urql with Graphcache. In a program it asks by POST: a GET without an Origin needs a header of its own (docs/http.md).
import { Client, fetchExchange } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { InstanceTotalDocument, keys, possibleTypes } from "footprint-graph/client";

const client = new Client({
  url: process.env.GRAPH ?? "http://localhost:4000/graphql",
  exchanges: [cacheExchange({ keys, possibleTypes }), fetchExchange],
  preferGetMethod: false,
});

const variables = { input: { type: "PRO2-S", zone: "fr-par-2" }, during: { hours: 730 } };
const { data } = await client.query(InstanceTotalDocument, variables).toPromise();
console.log(data.instance.footprint.total.kgCo2Equivalent.toFixed(3), "kg CO2e");
