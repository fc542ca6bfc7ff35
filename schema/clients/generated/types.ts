// Made by `npm run schema` of the published schema. See docs/clients.md.

/** Objects that an interface can be. */
export const possibleTypes: { [type: string]: string[] } = {
  "Resource": [
    "BlockVolume",
    "DedicatedDeployment",
    "Instance",
    "KubernetesCluster",
    "LoadBalancer",
    "ObjectBucket",
    "ServerlessUsage"
  ]
};

/** Types that are kept where they were met, and not by an id. */
export const WITHOUT_KEY: readonly string[] = [
  "Allocation",
  "AllocationPart",
  "Alternative",
  "BlockStorageClass",
  "BlockVolume",
  "Calculation",
  "ComparedResource",
  "Comparison",
  "Component",
  "ComponentDifference",
  "DataQuality",
  "DedicatedDeployment",
  "DedicatedNodeType",
  "Driver",
  "Footprint",
  "Impact",
  "ImpactDifference",
  "Instance",
  "InstanceType",
  "ItemError",
  "KubernetesCluster",
  "KubernetesControlPlane",
  "KubernetesPool",
  "LanguageModel",
  "LifeCycle",
  "LoadBalancer",
  "LoadBalancerType",
  "Locality",
  "LocalityTotal",
  "ObjectBucket",
  "ObjectStorageClass",
  "ObjectStoragePlace",
  "Portfolio",
  "PortfolioItem",
  "ProductField",
  "ProductTotal",
  "Revision",
  "RevisionGap",
  "ServerlessUsage",
  "ServingComparison",
  "ServingOption",
  "Term",
  "TokenFootprint",
  "TokenUsage"
];

/** Queries that answer with lists of such types. */
export const LISTS: readonly string[] = [
  "blockStorageClasses",
  "dedicatedNodeTypes",
  "instanceTypes",
  "kubernetesControlPlanes",
  "languageModels",
  "loadBalancerTypes",
  "localities",
  "objectStorageClasses"
];
