/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How a hypervisor is shared among its Instances (method, section on Instances). */
export type AllocationRule =
  /** Shares of CPU (or GPU), RAM and storage, weighted by the manufacturing impact of what they share. Additive; the rule of the operator's own estimates. */
  | 'IMPACT_WEIGHTED'
  /** Each part by its own key: CPU by threads, RAM by GiB, SSD by GB, GPUs by number; parts that serve all of these by the largest share. */
  | 'PER_COMPONENT'
  /** Shares added, as the method page prints it. Not additive: a full server can be charged three times. */
  | 'SUM_OF_SHARES';

/** A Block Storage volume or snapshot: its class, its size and its zone. */
export type BlockVolumeInput = {
  /** Size reserved, full or empty [GB], within the limits of the class (5 to 10,000 for sbs_5k). Otherwise BAD_USER_INPUT. */
  sizeGb: number;
  /** Class, for example sbs_5k or sbs_5k_snapshot; blockStorageClasses lists them. Otherwise UNKNOWN_STORAGE_CLASS, with suggestions. */
  storageClass: string;
  /** Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the class is not offered there. */
  zone: string;
};

/** What a contribution to a footprint comes from. */
export type ComponentKind =
  /** Assembly of a server. */
  | 'ASSEMBLY'
  /** Case of a server. */
  | 'CASE'
  /** Machines that control a managed service. */
  | 'CONTROL_PLANE'
  /** Processors of a server. */
  | 'CPU'
  /** Enterprise servers and servers that manage the offers. */
  | 'CROSS_FUNCTIONAL_IT'
  /** Building and technical environment of a data centre. */
  | 'DATA_CENTRE'
  /** Graphics processors of a server. */
  | 'GPU'
  /** Storage of a language model's weights. */
  | 'MODEL_STORAGE'
  /** Motherboard of a server. */
  | 'MOTHERBOARD'
  /** Network of the data centres: its manufacturing and electricity. */
  | 'NETWORK'
  /** Nodes of a managed service, each an Instance. */
  | 'NODE'
  /** Offices, commuting and logistics. */
  | 'NON_IT'
  /** A pool of nodes of a cluster. */
  | 'POOL'
  /** Power supplies of a server. */
  | 'POWER_SUPPLY'
  /** Memory of a server. */
  | 'RAM'
  /** A server, or whatever of it belongs to no single part. */
  | 'SERVER'
  /** Spare equipment in stock. */
  | 'STOCK'
  /** Disks of a server. */
  | 'STORAGE'
  /** Tokens of one type processed by a language model. */
  | 'TOKENS';

/** How far a figure can be trusted. */
export type Confidence =
  /** Chosen by us with its reasoning, because it is not published; replaceable by the operator. */
  | 'ASSUMED'
  /** Computed from published figures by a stated method. */
  | 'DERIVED'
  /** Printed by the named source. */
  | 'PUBLISHED';

/** A criterion: one of the amounts of an impact. */
export type Criterion =
  /** Greenhouse gases [kgCO2e, GWP100], electricity location-based. */
  | 'KG_CO2_EQUIVALENT'
  /** Abiotic depletion of elements (ADP) [kg Sb eq]. */
  | 'KG_SB_EQUIVALENT'
  /** Final energy [kWh]: electricity of the IT equipment × PUE. */
  | 'KWH_FINAL_ENERGY'
  /** On-site cooling water [m³]: IT energy × WUE, none for manufacturing. */
  | 'M3_WATER_USAGE'
  /** Primary energy (PE) [MJ]. */
  | 'MJ_PRIMARY_ENERGY';

/** A Dedicated Deployment: nodes of a type in a region, and the model that they serve. */
export type DedicatedDeploymentInput = {
  /** Share of time in which the GPUs of its nodes work [%], 0 to 100, otherwise BAD_USER_INPUT. Default: 50 %, with a range of 20 to 85 % and a note. */
  gpuLoadPercent?: number | null | undefined;
  /** Size of an imported model of your own [GB], 0 to 10,000, otherwise BAD_USER_INPUT. It is stored in Object Storage. */
  importedModelGb?: number;
  /** Identifier of the language model, for example llama-3.3-70b-instruct. Otherwise UNKNOWN_MODEL, with suggestions. It does not change the figure; if it is not offered on the node type, a note says so. */
  model?: string | null | undefined;
  /** Name of the node type, for example H100-SXM-4; dedicatedNodeTypes lists them. Otherwise UNKNOWN_NODE_TYPE, with suggestions. */
  nodeType: string;
  /** Number of nodes, 1 to 100, otherwise BAD_USER_INPUT. */
  nodes?: number;
  /** Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY if the node type is not offered there. */
  region: string;
};

/** An Instance: a type in a zone, how its host is shared, and its load. */
export type InstanceInput = {
  /** How the host is shared among its Instances. */
  allocationRule?: AllocationRule;
  /** Measured CPU load [%], 0 to 100, otherwise BAD_USER_INPUT. Default: the method's 30 %, with a note. Not used for GPU types, whose power follows the load of their GPUs. */
  cpuLoadPercent?: number | null | undefined;
  /** Share of time in which its GPUs work [%], 0 to 100, otherwise BAD_USER_INPUT. Default: 50 %, with a range of 20 to 85 % and a note. Not used for types without GPUs. */
  gpuLoadPercent?: number | null | undefined;
  /** Name of the Instance type, for example PRO2-S. Otherwise UNKNOWN_INSTANCE_TYPE, with suggestions. */
  type: string;
  /** Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the type is not offered there. */
  zone: string;
};

/** A Kubernetes cluster: a control plane in a region, and pools. Without pools, the control plane alone. */
export type KubernetesClusterInput = {
  /** Name of the control plane's offer, for example kapsule or kapsule-dedicated-4. Otherwise UNKNOWN_CONTROL_PLANE, with suggestions. */
  controlPlane: string;
  /** Its pools; by default none. */
  pools?: Array<KubernetesPoolInput>;
  /** Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY if Kubernetes is not offered there. */
  region: string;
  /** Zone of the pools without one, in the region, otherwise UNKNOWN_ZONE or BAD_USER_INPUT. Default: the zone where the region's control planes are assumed to run. */
  zone?: string | null | undefined;
};

/** A pool of a cluster: identical nodes, each an Instance. */
export type KubernetesPoolInput = {
  /** Measured CPU load of its nodes [%], 0 to 100, otherwise BAD_USER_INPUT. Default: the method's 30 %, with a note. */
  cpuLoadPercent?: number | null | undefined;
  /** Share of time in which the GPUs of its nodes work [%], 0 to 100, otherwise BAD_USER_INPUT. Default: 50 %, with a note. Not used for nodes without GPUs. */
  gpuLoadPercent?: number | null | undefined;
  /** Name of the nodes' Instance type, for example PRO2-S, or `external` for servers of other providers in a multicloud cluster, which are not included. Otherwise UNKNOWN_INSTANCE_TYPE, with suggestions. */
  nodeType: string;
  /** Number of nodes, 0 or more; with autoscaling the mean over the period (2.5). All pools together have at most the `maxNodes` of the control plane. Otherwise BAD_USER_INPUT. */
  nodes: number;
  /** Zone of the nodes; default: the cluster's `zone`. It must be in the cluster's region, otherwise BAD_USER_INPUT; UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the node type is not offered there. */
  zone?: string | null | undefined;
};

/** A Load Balancer: a type in a zone. */
export type LoadBalancerInput = {
  /** Name of the Load Balancer type, for example LB-S. Otherwise BAD_USER_INPUT, with suggestions. */
  type: string;
  /** Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the type is not offered there. */
  zone: string;
};

/** An Object Storage bucket: its class, what it stores, and its region. */
export type ObjectBucketInput = {
  /** Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY if the class is not offered there. */
  region: string;
  /** Class, for example standard; objectStorageClasses lists them. Otherwise UNKNOWN_STORAGE_CLASS, with suggestions. */
  storageClass: string;
  /** Amount stored, on average over the period [GB], within the limits of the class (0 to 250,000). Otherwise BAD_USER_INPUT. */
  storedGb: number;
};

/** Exactly one of: hours; start and end; otherwise BAD_USER_INPUT. With start and end, the factors valid during the period are used, and the period is split where they change. With hours, the factors in force today are used. asOf uses the factors of one day instead, and may be given alone. */
export type PeriodInput = {
  /** Day (UTC) whose factors and formulas are used, whatever the dates. Takes precedence over the asOf of the query. A day before the first known value is BAD_USER_INPUT, with the first possible day, or NOT_AVAILABLE_IN_LOCALITY if only the place is newer. */
  asOf?: string | null | undefined;
  /** End of the period, exclusive, written as start; not before start. 2026-11-01 ends the period with the last instant of October. Hours are elapsed time: a leap day has 24, a day with a clock change as many as it lasts. */
  end?: string | null | undefined;
  /** Duration of use [h], 0 to 219,000 (25 years). Zero gives a footprint of zero. */
  hours?: number | null | undefined;
  /** First instant of the period, for example 2026-10-01T00:00:00Z. A date without time means 00:00, one without a time zone is in UTC; a note says so. */
  start?: string | null | undefined;
};

/** One line of a portfolio. */
export type PortfolioItemInput = {
  /** How many of the resource, 0 to 9007199254740991; otherwise the item has an error. */
  count?: number;
  /** Period of this item; default: that of the portfolio. */
  during?: PeriodInput | null | undefined;
  /** A name for the line, returned with it. */
  label?: string | null | undefined;
  /** What to compute: exactly one product. */
  resource: ResourceInput;
};

/** Exactly one product, otherwise BAD_USER_INPUT. Each product of the graph has a member of its own. */
export type ResourceInput =
  {   /** Network volumes and their snapshots, stored as replicas in a pool of storage servers. */
  blockVolume: BlockVolumeInput; dedicatedDeployment?: never; instance?: never; kubernetesCluster?: never; loadBalancer?: never; objectBucket?: never; serverlessUsage?: never; }
  |  { blockVolume?: never;   /** A language model served from GPU nodes that are reserved for one customer. */
  dedicatedDeployment: DedicatedDeploymentInput; instance?: never; kubernetesCluster?: never; loadBalancer?: never; objectBucket?: never; serverlessUsage?: never; }
  |  { blockVolume?: never; dedicatedDeployment?: never;   /** Virtual machines with shared or dedicated vCPU, with or without GPUs. */
  instance: InstanceInput; kubernetesCluster?: never; loadBalancer?: never; objectBucket?: never; serverlessUsage?: never; }
  |  { blockVolume?: never; dedicatedDeployment?: never; instance?: never;   /** Managed Kubernetes clusters, Kapsule and Kosmos: a control plane and pools of nodes. */
  kubernetesCluster: KubernetesClusterInput; loadBalancer?: never; objectBucket?: never; serverlessUsage?: never; }
  |  { blockVolume?: never; dedicatedDeployment?: never; instance?: never; kubernetesCluster?: never;   /** Managed, highly available distribution of traffic to servers. */
  loadBalancer: LoadBalancerInput; objectBucket?: never; serverlessUsage?: never; }
  |  { blockVolume?: never; dedicatedDeployment?: never; instance?: never; kubernetesCluster?: never; loadBalancer?: never;   /** Buckets of objects over the zones of a region, in one zone, or in an archive. */
  objectBucket: ObjectBucketInput; serverlessUsage?: never; }
  |  { blockVolume?: never; dedicatedDeployment?: never; instance?: never; kubernetesCluster?: never; loadBalancer?: never; objectBucket?: never;   /** Language models billed by token, on shared nodes. */
  serverlessUsage: ServerlessUsageInput; };

/** Tokens of a served model. gpuModel and gpuCount pick one of the model's benchmarks; without them the model's usual serving node, which a note names, is taken. */
export type ServerlessUsageInput = {
  /** Audio [s] in the whole period, 0 to 10^15; otherwise BAD_USER_INPUT. */
  audioSeconds?: number;
  /** Number of input tokens served from a cache in the whole period, 0 to 10^15; otherwise BAD_USER_INPUT. No speed is published for them: as shipped, anything above 0 is NO_BENCHMARK, and is answered only where the operator of this graph has imported a benchmark of CACHED_INPUT. */
  cachedInputTokens?: number;
  /** Number of requests that a node works on at once, in place of that of the load, 1 to 4,096; otherwise BAD_USER_INPUT. A given value has no range. */
  concurrency?: number | null | undefined;
  /** Number of GPUs of the node, at least 1. */
  gpuCount?: number | null | undefined;
  /** Model of the GPUs. Without a benchmark on it, NO_BENCHMARK. */
  gpuModel?: string | null | undefined;
  /** Number of input tokens in the whole period, 0 to 10^15; otherwise BAD_USER_INPUT. */
  inputTokens?: number;
  /** How busy the fleet is that serves: requests at once and share of the time at work. The operator does not publish it. */
  load?: ServingLoad;
  /** Identifier of the model. Otherwise UNKNOWN_MODEL, with suggestions. */
  model: string;
  /** Number of output tokens in the whole period, 0 to 10^15; otherwise BAD_USER_INPUT. */
  outputTokens?: number;
  /** Region, for example fr-par. Otherwise UNKNOWN_REGION or NOT_AVAILABLE_IN_LOCALITY. */
  region: string;
  /** Share of time in which the node works, in place of that of the load, 0.0001 to 1; otherwise BAD_USER_INPUT. A given value has no range. */
  utilisation?: number | null | undefined;
};

/** A model and the tokens or audio to serve in a month of 730 hours, whereas `serverlessUsage` and a line of a portfolio take those of their whole period. Break-even and capacity are amounts in the same ratio. */
export type ServingInput = {
  /** Audio in the month [s], 0 to 10^15; at least one token or second of audio in all. Otherwise BAD_USER_INPUT. */
  audioSeconds?: number;
  /** Number of input tokens in the month, 0 to 10^15; at least one token or second of audio in all. Otherwise BAD_USER_INPUT. */
  inputTokens?: number;
  /** How busy the Serverless fleet is. The dedicated nodes process the same number of requests at once; how much of the time they work follows from the amounts. */
  load?: ServingLoad;
  /** Identifier of the language model. Otherwise UNKNOWN_MODEL, with suggestions. */
  model: string;
  /** Node type to compare with, for example H100-2. Default: all on which the model is offered in the region. Otherwise UNKNOWN_NODE_TYPE, with suggestions. */
  nodeType?: string | null | undefined;
  /** Number of nodes, 1 to 100, otherwise BAD_USER_INPUT. */
  nodes?: number;
  /** Number of output tokens in the month, 0 to 10^15; at least one token or second of audio in all. Otherwise BAD_USER_INPUT. */
  outputTokens?: number;
  /** Region, for example fr-par. Otherwise UNKNOWN_REGION or NOT_AVAILABLE_IN_LOCALITY. */
  region: string;
};

/** How busy the fleet that serves a model is. No operator publishes this, and it determines most of the footprint of a token. */
export type ServingLoad =
  /** 8 requests at once, and at work 30 % of the time. */
  | 'LIGHT'
  /** 32 requests at once, with a range of 8 to 256, and at work 60 % of the time, with a range of 30 to 90 %. The default. */
  | 'PRODUCTION'
  /** 256 requests at once, and at work 90 % of the time. */
  | 'SATURATED';

export type PageCatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type PageCatalogueQuery = { products: Array<{ id: string, kind: string, name: string, serviceCategory: string, description: string, aliases: Array<string>, fields: Array<{ name: string, role: string, description: string, unit: string | null, required: boolean, default: string | null, minimum: number | null, maximum: number | null, choices: Array<string> | null, choicesOf: string | null, example: string | null }> }>, localities: Array<{ name: string, region: string, country: string, leaves: number }> };

export type PageCompareQueryVariables = Exact<{
  a: ResourceInput;
  b: ResourceInput;
  during?: PeriodInput | null | undefined;
  criterion: Criterion;
}>;


export type PageCompareQuery = { compare: { a: { resource:
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
      , footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } }, b: { resource:
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
        | { name: string, product: { name: string }, locality: { name: string } }
      , footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } }, difference: { relative: number | null, isSettled: boolean | null, notes: Array<string>, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null, uncertainFactors: Array<{ id: string, name: string, value: number, low: number, high: number, unit: string, source: string }> }, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, components: Array<{ name: string, kind: ComponentKind, a: number | null, b: number | null, difference: number }> | null } | null };

export type PageComparedFragment = { resource:
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
  , footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } };

export type PageDifferenceFragment = { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null };

export type PageDriverFragment = { symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null };

export type PageEstimateQueryVariables = Exact<{
  resource: ResourceInput;
  during?: PeriodInput | null | undefined;
}>;


export type PageEstimateQuery = { portfolio: { items: Array<{ error: { code: string, field: string | null, message: string, suggestions: Array<string> } | null, resource:
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
        | { name: string, product: { id: string, name: string }, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } } }
       | null, footprint: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, dataQuality: { published: number, derived: number, assumed: number }, equivalences: Array<{ id: string, label: string, amount: number, unit: string }>, methodology: { name: string, version: string, url: string } } | null }> } | null };

export type PagePlaceFragment = { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } };

export type PageAmountsFragment = { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null };

export type PageOperatorEstimateQueryVariables = Exact<{
  resource: ResourceInput;
  during?: PeriodInput | null | undefined;
}>;


export type PageOperatorEstimateQuery = { portfolio: { items: Array<{ resource:
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
        | { operatorEstimate: { kgCo2Equivalent: number, m3WaterUsage: number | null, ratio: number | null, recordedOn: string, source: string, unit: string, note: string | null, ours: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } } | null }
       | null }> } | null };

export type PagePlacesQueryVariables = Exact<{
  resource: ResourceInput;
  during?: PeriodInput | null | undefined;
}>;


export type PagePlacesQuery = { portfolio: { items: Array<{ footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, resource:
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
        | { locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, alternatives: Array<{ rank: number | null, isRankSettled: boolean | null, unsettledWith: Array<{ name: string }>, locality: { name: string, region: string, country: string, leaves: number, kgCo2EquivalentPerKwh: number, electricity: { value: number, unit: string }, pue: { value: number } }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } | null, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null } | null, error: { code: string, message: string } | null }> | null }
       | null }> } | null };

export type PageExplanationQueryVariables = Exact<{
  resource: ResourceInput;
  during?: PeriodInput | null | undefined;
  at1: boolean;
  at2: boolean;
  at3: boolean;
  at4: boolean;
  at5: boolean;
  at6: boolean;
  at7: boolean;
  at8: boolean;
  at9: boolean;
  at10: boolean;
  below1: boolean;
  below2: boolean;
  below3: boolean;
  below4: boolean;
  below5: boolean;
  below6: boolean;
  below7: boolean;
  below8: boolean;
  below9: boolean;
}>;


export type PageExplanationQuery = { portfolio: { items: Array<{ footprint: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<{ footprint?: { components: Array<
                                              | { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                  | { name: string, product: { name: string }, locality: { name: string } }
                                                 | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }
                                              | Record<PropertyKey, never>
                                            > } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                            | { name: string, product: { name: string }, locality: { name: string } }
                                           | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                        | { name: string, product: { name: string }, locality: { name: string } }
                                       | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                    | { name: string, product: { name: string }, locality: { name: string } }
                                   | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                                | { name: string, product: { name: string }, locality: { name: string } }
                                | { name: string, product: { name: string }, locality: { name: string } }
                                | { name: string, product: { name: string }, locality: { name: string } }
                                | { name: string, product: { name: string }, locality: { name: string } }
                                | { name: string, product: { name: string }, locality: { name: string } }
                                | { name: string, product: { name: string }, locality: { name: string } }
                                | { name: string, product: { name: string }, locality: { name: string } }
                               | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                            | { name: string, product: { name: string }, locality: { name: string } }
                            | { name: string, product: { name: string }, locality: { name: string } }
                            | { name: string, product: { name: string }, locality: { name: string } }
                            | { name: string, product: { name: string }, locality: { name: string } }
                            | { name: string, product: { name: string }, locality: { name: string } }
                            | { name: string, product: { name: string }, locality: { name: string } }
                            | { name: string, product: { name: string }, locality: { name: string } }
                           | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                        | { name: string, product: { name: string }, locality: { name: string } }
                        | { name: string, product: { name: string }, locality: { name: string } }
                        | { name: string, product: { name: string }, locality: { name: string } }
                        | { name: string, product: { name: string }, locality: { name: string } }
                        | { name: string, product: { name: string }, locality: { name: string } }
                        | { name: string, product: { name: string }, locality: { name: string } }
                        | { name: string, product: { name: string }, locality: { name: string } }
                       | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                    | { name: string, product: { name: string }, locality: { name: string } }
                    | { name: string, product: { name: string }, locality: { name: string } }
                    | { name: string, product: { name: string }, locality: { name: string } }
                    | { name: string, product: { name: string }, locality: { name: string } }
                    | { name: string, product: { name: string }, locality: { name: string } }
                    | { name: string, product: { name: string }, locality: { name: string } }
                    | { name: string, product: { name: string }, locality: { name: string } }
                   | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
                | { name: string, product: { name: string }, locality: { name: string } }
                | { name: string, product: { name: string }, locality: { name: string } }
                | { name: string, product: { name: string }, locality: { name: string } }
                | { name: string, product: { name: string }, locality: { name: string } }
                | { name: string, product: { name: string }, locality: { name: string } }
                | { name: string, product: { name: string }, locality: { name: string } }
                | { name: string, product: { name: string }, locality: { name: string } }
               | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } } & { name?: string, kind?: ComponentKind, quantity?: number, allocation?: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource?:
            | { name: string, product: { name: string }, locality: { name: string } }
            | { name: string, product: { name: string }, locality: { name: string } }
            | { name: string, product: { name: string }, locality: { name: string } }
            | { name: string, product: { name: string }, locality: { name: string } }
            | { name: string, product: { name: string }, locality: { name: string } }
            | { name: string, product: { name: string }, locality: { name: string } }
            | { name: string, product: { name: string }, locality: { name: string } }
           | null, explained?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations?: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> }> } | null }> } | null };

export type PageExplainedFragment = { name: string, kind: ComponentKind, quantity: number, allocation: { rule: string, share: number, parts: Array<{ key: string, reserved: number, capacity: number, share: number, unit: string }> } | null, resource:
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
    | { name: string, product: { name: string }, locality: { name: string } }
   | null, explained: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, calculations: Array<{ label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> }> };

export type PageCalculationFragment = { label: string, symbol: string, formula: string, result: number, low: number, high: number, unit: string, validFrom: string | null, validTo: string | null, terms: Array<{ symbol: string, value: number, low: number, high: number, unit: string, isConvention: boolean, calculation: { symbol: string } | null, factor: { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null } | null }> };

export type PageFactorFragment = { id: string, name: string, value: number, low: number, high: number, unit: string, source: string, url: string | null, validFrom: string | null, validTo: string | null, confidence: Confidence, note: string | null };

export type PageTreeQueryVariables = Exact<{
  resource: ResourceInput;
  during?: PeriodInput | null | undefined;
  kgCo2Equivalent: boolean;
  m3WaterUsage: boolean;
  kwhFinalEnergy: boolean;
  kgSbEquivalent: boolean;
  mjPrimaryEnergy: boolean;
}>;


export type PageTreeQuery = { portfolio: { items: Array<{ footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string, kind: ComponentKind, quantity: number, footprint: { total: { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null }, components: Array<{ name: string }> }, resource:
                                                | { name: string, product: { name: string } }
                                                | { name: string, product: { name: string } }
                                                | { name: string, product: { name: string } }
                                                | { name: string, product: { name: string } }
                                                | { name: string, product: { name: string } }
                                                | { name: string, product: { name: string } }
                                                | { name: string, product: { name: string } }
                                               | null }> }, resource:
                                            | { name: string, product: { name: string } }
                                            | { name: string, product: { name: string } }
                                            | { name: string, product: { name: string } }
                                            | { name: string, product: { name: string } }
                                            | { name: string, product: { name: string } }
                                            | { name: string, product: { name: string } }
                                            | { name: string, product: { name: string } }
                                           | null }> }, resource:
                                        | { name: string, product: { name: string } }
                                        | { name: string, product: { name: string } }
                                        | { name: string, product: { name: string } }
                                        | { name: string, product: { name: string } }
                                        | { name: string, product: { name: string } }
                                        | { name: string, product: { name: string } }
                                        | { name: string, product: { name: string } }
                                       | null }> }, resource:
                                    | { name: string, product: { name: string } }
                                    | { name: string, product: { name: string } }
                                    | { name: string, product: { name: string } }
                                    | { name: string, product: { name: string } }
                                    | { name: string, product: { name: string } }
                                    | { name: string, product: { name: string } }
                                    | { name: string, product: { name: string } }
                                   | null }> }, resource:
                                | { name: string, product: { name: string } }
                                | { name: string, product: { name: string } }
                                | { name: string, product: { name: string } }
                                | { name: string, product: { name: string } }
                                | { name: string, product: { name: string } }
                                | { name: string, product: { name: string } }
                                | { name: string, product: { name: string } }
                               | null }> }, resource:
                            | { name: string, product: { name: string } }
                            | { name: string, product: { name: string } }
                            | { name: string, product: { name: string } }
                            | { name: string, product: { name: string } }
                            | { name: string, product: { name: string } }
                            | { name: string, product: { name: string } }
                            | { name: string, product: { name: string } }
                           | null }> }, resource:
                        | { name: string, product: { name: string } }
                        | { name: string, product: { name: string } }
                        | { name: string, product: { name: string } }
                        | { name: string, product: { name: string } }
                        | { name: string, product: { name: string } }
                        | { name: string, product: { name: string } }
                        | { name: string, product: { name: string } }
                       | null }> }, resource:
                    | { name: string, product: { name: string } }
                    | { name: string, product: { name: string } }
                    | { name: string, product: { name: string } }
                    | { name: string, product: { name: string } }
                    | { name: string, product: { name: string } }
                    | { name: string, product: { name: string } }
                    | { name: string, product: { name: string } }
                   | null }> }, resource:
                | { name: string, product: { name: string } }
                | { name: string, product: { name: string } }
                | { name: string, product: { name: string } }
                | { name: string, product: { name: string } }
                | { name: string, product: { name: string } }
                | { name: string, product: { name: string } }
                | { name: string, product: { name: string } }
               | null }> }, resource:
            | { name: string, product: { name: string } }
            | { name: string, product: { name: string } }
            | { name: string, product: { name: string } }
            | { name: string, product: { name: string } }
            | { name: string, product: { name: string } }
            | { name: string, product: { name: string } }
            | { name: string, product: { name: string } }
           | null }> } | null }> } | null };

export type PageTreeNodeFragment = { name: string, kind: ComponentKind, quantity: number, resource:
    | { name: string, product: { name: string } }
    | { name: string, product: { name: string } }
    | { name: string, product: { name: string } }
    | { name: string, product: { name: string } }
    | { name: string, product: { name: string } }
    | { name: string, product: { name: string } }
    | { name: string, product: { name: string } }
   | null };

export type PageTreeAmountFragment = { kgCo2Equivalent?: number, m3WaterUsage?: number | null, kwhFinalEnergy?: number, kgSbEquivalent?: number | null, mjPrimaryEnergy?: number | null, kgCo2EquivalentLow?: number, kgCo2EquivalentHigh?: number, m3WaterUsageLow?: number | null, m3WaterUsageHigh?: number | null, kwhFinalEnergyLow?: number, kwhFinalEnergyHigh?: number, kgSbEquivalentLow?: number | null, kgSbEquivalentHigh?: number | null, mjPrimaryEnergyLow?: number | null, mjPrimaryEnergyHigh?: number | null };

export type PageHistoryQueryVariables = Exact<{
  resource: ResourceInput;
  from: string;
  to: string;
  hours: number;
}>;


export type PageHistoryQuery = { portfolio: { items: Array<{ error: { code: string, field: string | null, message: string, suggestions: Array<string> } | null, resource:
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
        | { name: string, locality: { name: string }, history: Array<{ from: string, to: string, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } }, change: { relative: number | null, kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } | null, drivers: Array<{ symbol: string | null, label: string, unit: string, a: number | null, b: number | null, effect: number, factorA: { id: string, source: string, validFrom: string | null } | null, factorB: { id: string, source: string, validFrom: string | null } | null }> | null, operatorEstimate: { kgCo2Equivalent: number, recordedOn: string, source: string, note: string | null } | null }> }
       | null }> } | null };

export type PagePortfolioQueryVariables = Exact<{
  items: Array<PortfolioItemInput> | PortfolioItemInput;
  during?: PeriodInput | null | undefined;
  sums: boolean;
}>;


export type PagePortfolioQuery = { portfolio: { items: Array<{ footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number } } | null, resource:
        | { name: string, locality: { name: string } }
        | { name: string, locality: { name: string } }
        | { name: string, locality: { name: string } }
        | { name: string, locality: { name: string } }
        | { name: string, locality: { name: string } }
        | { name: string, locality: { name: string } }
        | { name: string, locality: { name: string } }
       | null, error: { code: string, field: string | null, message: string, suggestions: Array<string> } | null }>, footprint?: { notes: Array<string>, total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, manufacturing: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, usage: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, operational: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null }, dataQuality: { published: number, derived: number, assumed: number } }, byProduct?: Array<{ items: number, product: { id: string, name: string }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } }>, byLocality?: Array<{ items: number, locality: { name: string }, footprint: { total: { kgCo2Equivalent: number, m3WaterUsage: number | null, kwhFinalEnergy: number, kgSbEquivalent: number | null, mjPrimaryEnergy: number | null, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number, m3WaterUsageLow: number | null, m3WaterUsageHigh: number | null, kwhFinalEnergyLow: number, kwhFinalEnergyHigh: number, kgSbEquivalentLow: number | null, kgSbEquivalentHigh: number | null, mjPrimaryEnergyLow: number | null, mjPrimaryEnergyHigh: number | null } } }> } | null };

export type PageServingQueryVariables = Exact<{
  input: ServingInput;
}>;


export type PageServingQuery = { servingComparison: { model: { id: string }, serverlessFootprint: { notes: Array<string>, total: { kgCo2Equivalent: number, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number } }, options: Array<{ breakEvenTokensPerMonth: number | null, capacityTokensPerMonth: number | null, isBreakEvenWithinCapacity: boolean | null, gpuLoadPercent: number | null, deployment: { name: string, locality: { name: string } }, footprint: { total: { kgCo2Equivalent: number, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number } }, difference: { kgCo2Equivalent: number, relative: number | null, isSettled: boolean | null }, at01: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at03: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at1: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at3: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at10: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at20: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at30: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at50: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at70: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null, at100: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null }> } | null };

export type PageServingAtLoadQueryVariables = Exact<{
  input: ServingInput;
  percent: number;
}>;


export type PageServingAtLoadQuery = { servingComparison: { options: Array<{ deployment: { name: string }, atGpuLoad: { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null } | null }> } | null };

export type PageGasesFragment = { kgCo2Equivalent: number, kgCo2EquivalentLow: number, kgCo2EquivalentHigh: number };

export type PageAtLoadFragment = { gpuLoadPercent: number, tokensPerMonth: number, kgCo2EquivalentPerMillionTokens: number, timesServerless: number | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PageAmountsFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}
    `, {"fragmentName":"PageAmounts"}) as unknown as TypedDocumentString<PageAmountsFragment, unknown>;
export const PageComparedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageCompared on ComparedResource {
  resource {
    name
    product {
      name
    }
    locality {
      name
    }
  }
  footprint {
    total {
      ...PageAmounts
    }
  }
}
    fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`, {"fragmentName":"PageCompared"}) as unknown as TypedDocumentString<PageComparedFragment, unknown>;
export const PageDifferenceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageDifference on ImpactDifference {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}
    `, {"fragmentName":"PageDifference"}) as unknown as TypedDocumentString<PageDifferenceFragment, unknown>;
export const PageDriverFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageDriver on Driver {
  symbol
  label
  unit
  a
  b
  effect
  factorA {
    id
    source
    validFrom
  }
  factorB {
    id
    source
    validFrom
  }
}
    `, {"fragmentName":"PageDriver"}) as unknown as TypedDocumentString<PageDriverFragment, unknown>;
export const PagePlaceFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PagePlace on Locality {
  name
  region
  country
  leaves
  kgCo2EquivalentPerKwh
  electricity {
    value
    unit
  }
  pue {
    value
  }
}
    `, {"fragmentName":"PagePlace"}) as unknown as TypedDocumentString<PagePlaceFragment, unknown>;
export const PageFactorFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageFactor on Factor {
  id
  name
  value
  low
  high
  unit
  source
  url
  validFrom
  validTo
  confidence
  note
}
    `, {"fragmentName":"PageFactor"}) as unknown as TypedDocumentString<PageFactorFragment, unknown>;
export const PageCalculationFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageCalculation on Calculation {
  label
  symbol
  formula
  result
  low
  high
  unit
  validFrom
  validTo
  terms {
    symbol
    value
    low
    high
    unit
    isConvention
    calculation {
      symbol
    }
    factor {
      ...PageFactor
    }
  }
}
    fragment PageFactor on Factor {
  id
  name
  value
  low
  high
  unit
  source
  url
  validFrom
  validTo
  confidence
  note
}`, {"fragmentName":"PageCalculation"}) as unknown as TypedDocumentString<PageCalculationFragment, unknown>;
export const PageExplainedFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageExplained on Component {
  name
  kind
  quantity
  allocation {
    rule
    share
    parts {
      key
      reserved
      capacity
      share
      unit
    }
  }
  resource {
    name
    product {
      name
    }
    locality {
      name
    }
  }
  explained: footprint {
    total {
      ...PageAmounts
    }
    manufacturing {
      ...PageAmounts
    }
    usage {
      ...PageAmounts
    }
    operational {
      ...PageAmounts
    }
    notes
  }
  calculations {
    ...PageCalculation
  }
}
    fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}
fragment PageCalculation on Calculation {
  label
  symbol
  formula
  result
  low
  high
  unit
  validFrom
  validTo
  terms {
    symbol
    value
    low
    high
    unit
    isConvention
    calculation {
      symbol
    }
    factor {
      ...PageFactor
    }
  }
}
fragment PageFactor on Factor {
  id
  name
  value
  low
  high
  unit
  source
  url
  validFrom
  validTo
  confidence
  note
}`, {"fragmentName":"PageExplained"}) as unknown as TypedDocumentString<PageExplainedFragment, unknown>;
export const PageTreeNodeFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageTreeNode on Component {
  name
  kind
  quantity
  resource {
    name
    product {
      name
    }
  }
}
    `, {"fragmentName":"PageTreeNode"}) as unknown as TypedDocumentString<PageTreeNodeFragment, unknown>;
export const PageTreeAmountFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageTreeAmount on Impact {
  kgCo2Equivalent @include(if: $kgCo2Equivalent)
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW) @include(if: $kgCo2Equivalent)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH) @include(if: $kgCo2Equivalent)
  m3WaterUsage @include(if: $m3WaterUsage)
  m3WaterUsageLow: m3WaterUsage(bound: LOW) @include(if: $m3WaterUsage)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH) @include(if: $m3WaterUsage)
  kwhFinalEnergy @include(if: $kwhFinalEnergy)
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW) @include(if: $kwhFinalEnergy)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH) @include(if: $kwhFinalEnergy)
  kgSbEquivalent @include(if: $kgSbEquivalent)
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW) @include(if: $kgSbEquivalent)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH) @include(if: $kgSbEquivalent)
  mjPrimaryEnergy @include(if: $mjPrimaryEnergy)
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW) @include(if: $mjPrimaryEnergy)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH) @include(if: $mjPrimaryEnergy)
}
    `, {"fragmentName":"PageTreeAmount"}) as unknown as TypedDocumentString<PageTreeAmountFragment, unknown>;
export const PageGasesFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageGases on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
}
    `, {"fragmentName":"PageGases"}) as unknown as TypedDocumentString<PageGasesFragment, unknown>;
export const PageAtLoadFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment PageAtLoad on ServingAtLoad {
  gpuLoadPercent
  tokensPerMonth
  kgCo2EquivalentPerMillionTokens
  timesServerless
}
    `, {"fragmentName":"PageAtLoad"}) as unknown as TypedDocumentString<PageAtLoadFragment, unknown>;
export const PageCatalogueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageCatalogue {
  products {
    id
    kind
    name
    serviceCategory
    description
    aliases
    fields {
      name
      role
      description
      unit
      required
      default
      minimum
      maximum
      choices
      choicesOf
      example
    }
  }
  localities {
    name
    region
    country
    leaves
  }
}
    `) as unknown as TypedDocumentString<PageCatalogueQuery, PageCatalogueQueryVariables>;
export const PageCompareDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageCompare($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput, $criterion: Criterion!) {
  compare(a: $a, b: $b, during: $during) {
    a {
      ...PageCompared
    }
    b {
      ...PageCompared
    }
    difference {
      ...PageDifference
      relative
      isSettled(criterion: $criterion)
      notes
      uncertainFactors(criterion: $criterion) {
        id
        name
        value
        low
        high
        unit
        source
      }
    }
    drivers(criterion: $criterion) {
      ...PageDriver
    }
    components(criterion: $criterion) {
      name
      kind
      a
      b
      difference
    }
  }
}
    fragment PageCompared on ComparedResource {
  resource {
    name
    product {
      name
    }
    locality {
      name
    }
  }
  footprint {
    total {
      ...PageAmounts
    }
  }
}
fragment PageDifference on ImpactDifference {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}
fragment PageDriver on Driver {
  symbol
  label
  unit
  a
  b
  effect
  factorA {
    id
    source
    validFrom
  }
  factorB {
    id
    source
    validFrom
  }
}
fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`) as unknown as TypedDocumentString<PageCompareQuery, PageCompareQueryVariables>;
export const PageEstimateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageEstimate($resource: ResourceInput!, $during: PeriodInput) {
  portfolio(items: [{resource: $resource}], during: $during) {
    items {
      error {
        code
        field
        message
        suggestions
      }
      resource {
        name
        product {
          id
          name
        }
        locality {
          ...PagePlace
        }
      }
      footprint {
        total {
          ...PageAmounts
        }
        manufacturing {
          ...PageAmounts
        }
        usage {
          ...PageAmounts
        }
        operational {
          ...PageAmounts
        }
        dataQuality {
          published
          derived
          assumed
        }
        equivalences {
          id
          label
          amount
          unit
        }
        notes
        methodology {
          name
          version
          url
        }
      }
    }
  }
}
    fragment PagePlace on Locality {
  name
  region
  country
  leaves
  kgCo2EquivalentPerKwh
  electricity {
    value
    unit
  }
  pue {
    value
  }
}
fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`) as unknown as TypedDocumentString<PageEstimateQuery, PageEstimateQueryVariables>;
export const PageOperatorEstimateDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageOperatorEstimate($resource: ResourceInput!, $during: PeriodInput) {
  portfolio(items: [{resource: $resource}], during: $during) {
    items {
      resource {
        operatorEstimate {
          kgCo2Equivalent
          m3WaterUsage
          ratio
          recordedOn
          source
          unit
          note
          ours {
            total {
              ...PageAmounts
            }
          }
        }
      }
    }
  }
}
    fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`) as unknown as TypedDocumentString<PageOperatorEstimateQuery, PageOperatorEstimateQueryVariables>;
export const PagePlacesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PagePlaces($resource: ResourceInput!, $during: PeriodInput) {
  portfolio(items: [{resource: $resource}], during: $during) {
    items {
      footprint {
        total {
          ...PageAmounts
        }
      }
      resource {
        locality {
          ...PagePlace
        }
        alternatives {
          rank
          isRankSettled
          unsettledWith {
            name
          }
          locality {
            ...PagePlace
          }
          footprint {
            total {
              ...PageAmounts
            }
          }
          difference {
            kgCo2Equivalent
            relative
            isSettled
          }
          error {
            code
            message
          }
        }
      }
    }
  }
}
    fragment PagePlace on Locality {
  name
  region
  country
  leaves
  kgCo2EquivalentPerKwh
  electricity {
    value
    unit
  }
  pue {
    value
  }
}
fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`) as unknown as TypedDocumentString<PagePlacesQuery, PagePlacesQueryVariables>;
export const PageExplanationDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageExplanation($resource: ResourceInput!, $during: PeriodInput, $at1: Boolean!, $at2: Boolean!, $at3: Boolean!, $at4: Boolean!, $at5: Boolean!, $at6: Boolean!, $at7: Boolean!, $at8: Boolean!, $at9: Boolean!, $at10: Boolean!, $below1: Boolean!, $below2: Boolean!, $below3: Boolean!, $below4: Boolean!, $below5: Boolean!, $below6: Boolean!, $below7: Boolean!, $below8: Boolean!, $below9: Boolean!) {
  portfolio(items: [{resource: $resource}], during: $during) {
    items {
      footprint {
        components {
          ...PageExplained @include(if: $at1)
          footprint @include(if: $below1) {
            components {
              ...PageExplained @include(if: $at2)
              footprint @include(if: $below2) {
                components {
                  ...PageExplained @include(if: $at3)
                  footprint @include(if: $below3) {
                    components {
                      ...PageExplained @include(if: $at4)
                      footprint @include(if: $below4) {
                        components {
                          ...PageExplained @include(if: $at5)
                          footprint @include(if: $below5) {
                            components {
                              ...PageExplained @include(if: $at6)
                              footprint @include(if: $below6) {
                                components {
                                  ...PageExplained @include(if: $at7)
                                  footprint @include(if: $below7) {
                                    components {
                                      ...PageExplained @include(if: $at8)
                                      footprint @include(if: $below8) {
                                        components {
                                          ...PageExplained @include(if: $at9)
                                          footprint @include(if: $below9) {
                                            components {
                                              ...PageExplained @include(if: $at10)
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
    fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}
fragment PageExplained on Component {
  name
  kind
  quantity
  allocation {
    rule
    share
    parts {
      key
      reserved
      capacity
      share
      unit
    }
  }
  resource {
    name
    product {
      name
    }
    locality {
      name
    }
  }
  explained: footprint {
    total {
      ...PageAmounts
    }
    manufacturing {
      ...PageAmounts
    }
    usage {
      ...PageAmounts
    }
    operational {
      ...PageAmounts
    }
    notes
  }
  calculations {
    ...PageCalculation
  }
}
fragment PageCalculation on Calculation {
  label
  symbol
  formula
  result
  low
  high
  unit
  validFrom
  validTo
  terms {
    symbol
    value
    low
    high
    unit
    isConvention
    calculation {
      symbol
    }
    factor {
      ...PageFactor
    }
  }
}
fragment PageFactor on Factor {
  id
  name
  value
  low
  high
  unit
  source
  url
  validFrom
  validTo
  confidence
  note
}`) as unknown as TypedDocumentString<PageExplanationQuery, PageExplanationQueryVariables>;
export const PageTreeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageTree($resource: ResourceInput!, $during: PeriodInput, $kgCo2Equivalent: Boolean!, $m3WaterUsage: Boolean!, $kwhFinalEnergy: Boolean!, $kgSbEquivalent: Boolean!, $mjPrimaryEnergy: Boolean!) {
  portfolio(items: [{resource: $resource}], during: $during) {
    items {
      footprint {
        total {
          ...PageTreeAmount
        }
        components {
          ...PageTreeNode
          footprint {
            total {
              ...PageTreeAmount
            }
            components {
              ...PageTreeNode
              footprint {
                total {
                  ...PageTreeAmount
                }
                components {
                  ...PageTreeNode
                  footprint {
                    total {
                      ...PageTreeAmount
                    }
                    components {
                      ...PageTreeNode
                      footprint {
                        total {
                          ...PageTreeAmount
                        }
                        components {
                          ...PageTreeNode
                          footprint {
                            total {
                              ...PageTreeAmount
                            }
                            components {
                              ...PageTreeNode
                              footprint {
                                total {
                                  ...PageTreeAmount
                                }
                                components {
                                  ...PageTreeNode
                                  footprint {
                                    total {
                                      ...PageTreeAmount
                                    }
                                    components {
                                      ...PageTreeNode
                                      footprint {
                                        total {
                                          ...PageTreeAmount
                                        }
                                        components {
                                          ...PageTreeNode
                                          footprint {
                                            total {
                                              ...PageTreeAmount
                                            }
                                            components {
                                              ...PageTreeNode
                                              footprint {
                                                total {
                                                  ...PageTreeAmount
                                                }
                                                components {
                                                  name
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
    fragment PageTreeNode on Component {
  name
  kind
  quantity
  resource {
    name
    product {
      name
    }
  }
}
fragment PageTreeAmount on Impact {
  kgCo2Equivalent @include(if: $kgCo2Equivalent)
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW) @include(if: $kgCo2Equivalent)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH) @include(if: $kgCo2Equivalent)
  m3WaterUsage @include(if: $m3WaterUsage)
  m3WaterUsageLow: m3WaterUsage(bound: LOW) @include(if: $m3WaterUsage)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH) @include(if: $m3WaterUsage)
  kwhFinalEnergy @include(if: $kwhFinalEnergy)
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW) @include(if: $kwhFinalEnergy)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH) @include(if: $kwhFinalEnergy)
  kgSbEquivalent @include(if: $kgSbEquivalent)
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW) @include(if: $kgSbEquivalent)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH) @include(if: $kgSbEquivalent)
  mjPrimaryEnergy @include(if: $mjPrimaryEnergy)
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW) @include(if: $mjPrimaryEnergy)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH) @include(if: $mjPrimaryEnergy)
}`) as unknown as TypedDocumentString<PageTreeQuery, PageTreeQueryVariables>;
export const PageHistoryDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageHistory($resource: ResourceInput!, $from: Date!, $to: Date!, $hours: Float!) {
  portfolio(items: [{resource: $resource}]) {
    items {
      error {
        code
        field
        message
        suggestions
      }
      resource {
        name
        locality {
          name
        }
        history(from: $from, to: $to, hours: $hours) {
          from
          to
          footprint {
            total {
              ...PageAmounts
            }
          }
          change {
            ...PageDifference
            relative
          }
          drivers {
            ...PageDriver
          }
          operatorEstimate {
            kgCo2Equivalent
            recordedOn
            source
            note
          }
        }
      }
    }
  }
}
    fragment PageDifference on ImpactDifference {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}
fragment PageDriver on Driver {
  symbol
  label
  unit
  a
  b
  effect
  factorA {
    id
    source
    validFrom
  }
  factorB {
    id
    source
    validFrom
  }
}
fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`) as unknown as TypedDocumentString<PageHistoryQuery, PageHistoryQueryVariables>;
export const PagePortfolioDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PagePortfolio($items: [PortfolioItemInput!]!, $during: PeriodInput, $sums: Boolean!) {
  portfolio(items: $items, during: $during) {
    items {
      footprint {
        total {
          kgCo2Equivalent
          kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
          kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
          m3WaterUsage
          kwhFinalEnergy
        }
      }
      resource {
        name
        locality {
          name
        }
      }
      error {
        code
        field
        message
        suggestions
      }
    }
    footprint @include(if: $sums) {
      total {
        ...PageAmounts
      }
      manufacturing {
        ...PageAmounts
      }
      usage {
        ...PageAmounts
      }
      operational {
        ...PageAmounts
      }
      dataQuality {
        published
        derived
        assumed
      }
      notes
    }
    byProduct @include(if: $sums) {
      items
      product {
        id
        name
      }
      footprint {
        total {
          ...PageAmounts
        }
      }
    }
    byLocality @include(if: $sums) {
      items
      locality {
        name
      }
      footprint {
        total {
          ...PageAmounts
        }
      }
    }
  }
}
    fragment PageAmounts on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
  m3WaterUsage
  m3WaterUsageLow: m3WaterUsage(bound: LOW)
  m3WaterUsageHigh: m3WaterUsage(bound: HIGH)
  kwhFinalEnergy
  kwhFinalEnergyLow: kwhFinalEnergy(bound: LOW)
  kwhFinalEnergyHigh: kwhFinalEnergy(bound: HIGH)
  kgSbEquivalent
  kgSbEquivalentLow: kgSbEquivalent(bound: LOW)
  kgSbEquivalentHigh: kgSbEquivalent(bound: HIGH)
  mjPrimaryEnergy
  mjPrimaryEnergyLow: mjPrimaryEnergy(bound: LOW)
  mjPrimaryEnergyHigh: mjPrimaryEnergy(bound: HIGH)
}`) as unknown as TypedDocumentString<PagePortfolioQuery, PagePortfolioQueryVariables>;
export const PageServingDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageServing($input: ServingInput!) {
  servingComparison(input: $input) {
    model {
      id
    }
    serverlessFootprint {
      total {
        ...PageGases
      }
      notes
    }
    options {
      deployment {
        name
        locality {
          name
        }
      }
      footprint {
        total {
          ...PageGases
        }
      }
      difference {
        kgCo2Equivalent
        relative
        isSettled
      }
      breakEvenTokensPerMonth
      capacityTokensPerMonth
      isBreakEvenWithinCapacity
      gpuLoadPercent
      at01: atGpuLoad(percent: 0.1) {
        ...PageAtLoad
      }
      at03: atGpuLoad(percent: 0.3) {
        ...PageAtLoad
      }
      at1: atGpuLoad(percent: 1) {
        ...PageAtLoad
      }
      at3: atGpuLoad(percent: 3) {
        ...PageAtLoad
      }
      at10: atGpuLoad(percent: 10) {
        ...PageAtLoad
      }
      at20: atGpuLoad(percent: 20) {
        ...PageAtLoad
      }
      at30: atGpuLoad(percent: 30) {
        ...PageAtLoad
      }
      at50: atGpuLoad(percent: 50) {
        ...PageAtLoad
      }
      at70: atGpuLoad(percent: 70) {
        ...PageAtLoad
      }
      at100: atGpuLoad(percent: 100) {
        ...PageAtLoad
      }
    }
  }
}
    fragment PageGases on Impact {
  kgCo2Equivalent
  kgCo2EquivalentLow: kgCo2Equivalent(bound: LOW)
  kgCo2EquivalentHigh: kgCo2Equivalent(bound: HIGH)
}
fragment PageAtLoad on ServingAtLoad {
  gpuLoadPercent
  tokensPerMonth
  kgCo2EquivalentPerMillionTokens
  timesServerless
}`) as unknown as TypedDocumentString<PageServingQuery, PageServingQueryVariables>;
export const PageServingAtLoadDocument = /*#__PURE__*/ new TypedDocumentString(`
    query PageServingAtLoad($input: ServingInput!, $percent: Float!) {
  servingComparison(input: $input) {
    options {
      deployment {
        name
      }
      atGpuLoad(percent: $percent) {
        ...PageAtLoad
      }
    }
  }
}
    fragment PageAtLoad on ServingAtLoad {
  gpuLoadPercent
  tokensPerMonth
  kgCo2EquivalentPerMillionTokens
  timesServerless
}`) as unknown as TypedDocumentString<PageServingAtLoadQuery, PageServingAtLoadQueryVariables>;