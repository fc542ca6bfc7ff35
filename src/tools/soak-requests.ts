/** A request of the soak, and whether its answer has the errors that it should. */
export interface SoakRequest {
  readonly body: object;
  readonly isSound: (errors: readonly unknown[] | undefined) => boolean;
}

const none = (errors: readonly unknown[] | undefined): boolean => errors === undefined;
const some = (errors: readonly unknown[] | undefined): boolean => errors !== undefined;

const TYPES = ["PRO2-S", "PRO2-M", "PRO2-L", "DEV1-S", "GP1-XS", "L4-1-24G"];
const MODELS = ["gpt-oss-120b", "llama-3.3-70b-instruct"];
const LINES = 50;
/** Results are kept from one request to the next, up to a bound. The load repeats itself soon: what grows later leaks. */
const LENGTHS = 40;

const INSTANCE = `query Instance($type: String!, $hours: Float!) {
  instance(input: { type: $type, zone: "fr-par-2" }) {
    footprint(during: { hours: $hours }) { total { kgCo2Equivalent m3WaterUsage } components { name calculations { formula result } } notes }
  }
}`;
const PORTFOLIO = `query Portfolio($items: [PortfolioItemInput!]!) {
  portfolio(items: $items, during: { start: "2025-11-01T00:00:00Z", end: "2026-01-01T00:00:00Z" }) {
    footprint { total { kgCo2Equivalent } }
    byProduct { product { id } footprint { total { kgCo2Equivalent } } }
    items { label error { code } footprint { total { kgCo2Equivalent } } }
  }
}`;

const instance = (n: number): SoakRequest => ({
  body: { query: INSTANCE, variables: { type: TYPES[n % TYPES.length], hours: 1 + (n % LENGTHS) } },
  isSound: none,
});

const portfolio = (n: number): SoakRequest => ({
  body: {
    query: PORTFOLIO,
    variables: { items: Array.from({ length: LINES }, (_, line) => item(n + line)) },
  },
  isSound: none,
});

/** Every product and, now and then, a line that is wrong. */
function item(n: number): object {
  const resources = [
    { instance: { type: n % 50 === 0 ? "NO-SUCH-TYPE" : TYPES[n % TYPES.length], zone: "fr-par-2" } },
    { blockVolume: { storageClass: "sbs_5k", sizeGb: 5 + (n % 500), zone: "nl-ams-1" } },
    { objectBucket: { storageClass: "standard", storedGb: n % 700, region: "pl-waw" } },
    { serverlessUsage: { model: MODELS[n % MODELS.length], region: "fr-par", outputTokens: n } },
    {
      kubernetesCluster: {
        controlPlane: "kapsule",
        region: "fr-par",
        pools: [{ nodeType: "PRO2-S", nodes: 1 + (n % 9) }],
      },
    },
  ];
  return { label: `line ${n}`, resource: resources[n % resources.length] };
}

const unknownType = (n: number): SoakRequest => ({
  body: { query: INSTANCE, variables: { type: `NO-SUCH-${n}`, hours: 1 } },
  isSound: some,
});

const invalid = (n: number): SoakRequest => ({ body: { query: `{ nonsense${n % 20} }` }, isSound: some });

const lists = (): SoakRequest => ({
  body: { query: "{ languageModels { id benchmarks { tokenType } } localities { name } }" },
  isSound: none,
});

const MIX = [
  instance,
  instance,
  instance,
  portfolio,
  instance,
  unknownType,
  instance,
  lists,
  instance,
  invalid,
];

export function soakRequest(n: number): SoakRequest {
  return (MIX[n % MIX.length] as (n: number) => SoakRequest)(n);
}
