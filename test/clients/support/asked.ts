import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse } from "graphql";
import { VARIABLES } from "../../support/operations";

const FOLDER = "schema/operations";

/** A document with one operation, and what it is asked with. */
export interface Asked {
  readonly name: string;
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

type Variables = Record<string, unknown>;

const zones = ["fr-par-1", "fr-par-2", "nl-ams-1"];
const instances = ["PRO2-XXS", "PRO2-S", "PRO2-L"].map((type, index) => ({ type, zone: zones[index] }));
const during = { hours: 730 };
const lines = (count: number): object[] =>
  instances.map((instance) => ({ label: instance.type, count, resource: { instance } }));

/** More of what a published operation is asked with: a client keeps the answers of all of them at once. */
const MORE: Readonly<Record<string, readonly Variables[]>> = {
  Compare: [{ a: { instance: instances[0] }, b: { instance: instances[2] }, during }],
  EveryProduct: [
    {
      volume: { storageClass: "sbs_15k", sizeGb: 50, zone: "fr-par-2" },
      bucket: { storageClass: "glacier", storedGb: 1000, region: "nl-ams" },
      balancer: { type: "LB-GP-M", zone: "nl-ams-1" },
      cluster: { controlPlane: "kapsule", region: "nl-ams", pools: [{ nodeType: "DEV1-M", nodes: 1 }] },
      deployment: { nodeType: "H100-2", region: "fr-par", model: "llama-3.3-70b-instruct" },
      usage: { model: "llama-3.3-70b-instruct", region: "fr-par", outputTokens: 1e6 },
    },
  ],
  Factors: [{ confidence: "ASSUMED" }],
  InstanceAlternatives: instances.slice(0, 2).map((input) => ({ input, during })),
  InstanceAsOf: ["2025-08-01", "2026-01-01"].map((asOf) => ({ input: instances[0], asOf })),
  InstanceFootprint: [
    ...instances.map((input) => ({ input, during })),
    { input: instances[0], during: { hours: 1 } },
  ],
  InstanceTotal: instances.flatMap((input) => [
    { input, during },
    { input, during, cpuLoadPercent: 90 },
  ]),
  PortfolioTotals: [1, 2].map((count) => ({ items: lines(count), during })),
  Revision: [{ items: lines(1), from: "2025-08-01", to: "2026-01-01", during }],
  ServingComparison: [{ input: { model: "gpt-oss-120b", region: "fr-par", inputTokens: 1e9 } }],
};

/** Every published operation, for several resources. */
export const PUBLISHED: readonly Asked[] = readdirSync(FOLDER).flatMap((file) => {
  const text = readFileSync(join(FOLDER, file), "utf8");
  const [operation, ...more] = parse(text).definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION || more.length > 0)
    throw new Error(`${file} has not one operation`);
  const name = operation.name?.value ?? "";
  const first = VARIABLES[name];
  if (first === undefined) throw new Error(`no variables to ask ${name} with`);
  return [first, ...(MORE[name] ?? [])].map((variables) => ({ name, text, variables }));
});

const MODEL =
  "id name benchmarks { id gpuModel gpuCount tokenType tokensPerSecond { id value low high validFrom } }";

/** Operations of nobody that meet one id in several answers: days, places and amounts differ. */
export const PROBING: readonly Asked[] = [
  ...["2025-07-01", "2026-01-01", "2026-11-01"].map((asOf) => ({
    name: "Places",
    text: `query Places($asOf: Date!, $region: String!) {
      objectBucket(input: { storageClass: "standard", storedGb: 1, region: $region }, asOf: $asOf) {
        locality { name pue { ...All } wue { ...All } electricity { ...All } }
        footprint { equivalences { id label amount unit } methodology { id version name url } }
        product { id name serviceCategory description }
      }
      localities(asOf: $asOf) { name pue { ...All } wue { ...All } }
      blockStorageClasses(asOf: $asOf) { name redundancy { ...All } }
    }
    fragment All on Factor { id series name value low high unit confidence source url validFrom validTo note }`,
    variables: { asOf, region: "fr-par" },
  })),
  ...["2025-07-01", "2026-11-01"].map((asOf) => ({
    name: "Models",
    text: `query Models($asOf: Date!) { languageModels { ${MODEL.replace("benchmarks", "benchmarks(asOf: $asOf)")} } }`,
    variables: { asOf },
  })),
];

/** A model has other benchmarks on another day: clients that are told of it keep them apart. */
export const DATED_MODELS: readonly Asked[] = ["2025-07-01", "2026-11-01"].map((asOf) => ({
  name: "DatedModels",
  text: `query DatedModels($asOf: Date!) { languageModels(asOf: $asOf) { ${MODEL} } }`,
  variables: { asOf },
}));
