import { PLUGINS } from "../../../src/compose";

/** Inputs that are right, one for each product, by the query of the product. */
export const RIGHT: Readonly<Record<string, object>> = Object.fromEntries(
  PLUGINS.map(({ kind, samples }) => [kind, Object.values(samples?.().valid ?? {})[0] ?? {}]),
);

const byType = Object.entries(RIGHT).map(([query, input]) => [
  `${query.charAt(0).toUpperCase()}${query.slice(1)}Input`,
  input,
]);

/** The same, and others, by their type. */
export const RIGHT_INPUTS: Readonly<Record<string, object>> = {
  ...Object.fromEntries(byType),
  PeriodInput: { hours: 730 },
  ServingInput: { model: "llama-3.3-70b-instruct", region: "fr-par", inputTokens: 1_000_000 },
};

/** Entities as a gateway sends them, with what this subgraph requires of them. */
export const REPRESENTATIONS: readonly Readonly<Record<string, unknown>>[] = [
  { __typename: "Server", id: "1", zone: "fr-par-2", commercialType: "PRO2-S" },
  { __typename: "Volume", id: "2", zone: "fr-par-1", storageClass: "sbs_5k", sizeGb: 100 },
  { __typename: "Bucket", id: "3", region: "fr-par", storageClass: "STANDARD", storedGb: 100 },
  {
    __typename: "Cluster",
    id: "4",
    region: "fr-par",
    pools: [{ nodeType: "PRO2-S", nodes: 1, zone: "fr-par-1" }],
  },
  { __typename: "Deployment", id: "5", region: "fr-par", nodeType: "H100-SXM-4", nodes: 1 },
  { __typename: "LanguageModel", id: "llama-3.3-70b-instruct" },
];
