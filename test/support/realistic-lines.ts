/** What the graph offers, as its own lists say: the answer to {@link OFFERS}. */
export interface RealOffers {
  readonly instanceTypes: readonly { name: string; zones: readonly string[] }[];
  readonly blockStorageClasses: readonly {
    name: string;
    minGb: number;
    maxGb: number;
    zones: readonly string[];
  }[];
  readonly objectStorageClasses: readonly { name: string; places: readonly { region: string }[] }[];
  readonly loadBalancerTypes: readonly { name: string; zones: readonly string[] }[];
  readonly kubernetesControlPlanes: readonly { name: string; maxNodes: number }[];
  readonly dedicatedNodeTypes: readonly { name: string; regions: readonly string[] }[];
  readonly languageModels: readonly { id: string; benchmarks: readonly { tokenType: string }[] }[];
}

export const OFFERS = `{
  instanceTypes { name zones }
  blockStorageClasses { name minGb maxGb zones }
  objectStorageClasses { name places { region } }
  loadBalancerTypes { name zones }
  kubernetesControlPlanes { name maxNodes }
  dedicatedNodeTypes { name regions }
  languageModels { id benchmarks { tokenType } }
}`;

/** A line of a portfolio as a client sends it. */
export interface RealisticLine {
  readonly label: string;
  readonly resource: Readonly<Record<string, object>>;
  readonly during?: { readonly hours: number };
}

const HOURS_OF_A_MONTH = 730;
const KUBERNETES_REGIONS = ["fr-par", "nl-ams", "pl-waw"];
const SERVERLESS_REGION = "fr-par";

/**
 * Lines as an inventory has them: any type in any of its zones, each with its own hours, sizes, loads and tokens. The same
 * seed makes the same lines. Per hundred: 55 Instances, 20 volumes, 10 buckets, 5 Load Balancers, 4 clusters,
 * 3 deployments and 3 of tokens.
 */
export function realisticLines(count: number, offers: RealOffers, seed = 1): RealisticLine[] {
  const random = randomFrom(seed);
  const between = (low: number, high: number): number => low + (high - low) * random();
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const placed = offers.instanceTypes.filter(({ zones }) => zones.length > 0);
  const inFrance = placed.filter(({ zones }) => zones.includes("fr-par-1"));
  const served = offers.languageModels.filter(({ benchmarks }) => benchmarks.length > 0);
  const deployable = offers.dedicatedNodeTypes.filter(({ regions }) => regions.length > 0);
  const load = (): object => (random() < 0.5 ? {} : { cpuLoadPercent: between(0, 100) });

  const instance = (): object => {
    const type = one(placed);
    return { type: type.name, zone: one(type.zones), ...load() };
  };
  const blockVolume = (): object => {
    const { name, minGb, maxGb, zones } = one(offers.blockStorageClasses);
    return { storageClass: name, sizeGb: whole(minGb, Math.min(maxGb, 2_000)), zone: one(zones) };
  };
  const objectBucket = (): object => {
    const { name, places } = one(offers.objectStorageClasses);
    return { storageClass: name, storedGb: between(0, 20_000), region: one(places).region };
  };
  const loadBalancer = (): object => {
    const { name, zones } = one(offers.loadBalancerTypes);
    return { type: name, zone: one(zones) };
  };
  const kubernetesCluster = (): object => {
    const region = one(KUBERNETES_REGIONS);
    const here = region === "fr-par" ? inFrance : placed.filter(({ zones }) => zones.includes(`${region}-1`));
    const pools = Array.from({ length: whole(1, 3) }, () => ({
      ...{ nodeType: one(here).name, nodes: whole(1, 20), zone: `${region}-1` },
      ...load(),
    }));
    return { controlPlane: one(offers.kubernetesControlPlanes).name, region, pools };
  };
  const dedicatedDeployment = (): object => {
    const { name, regions } = one(deployable);
    return {
      nodeType: name,
      nodes: whole(1, 4),
      region: one(regions),
      importedModelGb: whole(0, 1) * between(1, 200),
    };
  };
  const serverlessUsage = (): object => {
    const { id, benchmarks } = one(served);
    const has = (type: string): boolean => benchmarks.some(({ tokenType }) => tokenType === type);
    const tokens = has("AUDIO_SECOND")
      ? { audioSeconds: between(1, 1e5) }
      : { inputTokens: between(1, 1e9), ...(has("OUTPUT") ? { outputTokens: between(1, 1e8) } : {}) };
    return { model: id, region: SERVERLESS_REGION, ...tokens };
  };
  const products: readonly (readonly [number, string, () => object])[] = [
    [55, "instance", instance],
    [75, "blockVolume", blockVolume],
    [85, "objectBucket", objectBucket],
    [90, "loadBalancer", loadBalancer],
    [94, "kubernetesCluster", kubernetesCluster],
    [97, "dedicatedDeployment", dedicatedDeployment],
    [100, "serverlessUsage", serverlessUsage],
  ];
  return Array.from({ length: count }, (_, index) => {
    const drawn = random() * 100;
    const [, kind, make] = products.find(([upTo]) => drawn < upTo) as (typeof products)[number];
    const hours = between(1, HOURS_OF_A_MONTH);
    return { label: `line ${index}`, resource: { [kind]: make() }, during: { hours } };
  });
}

/** Numbers from 0 to 1 that a seed decides on: the generator of Park and Miller, good enough to draw lines. */
function randomFrom(seed: number): () => number {
  let state = (seed * 48_271) % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
