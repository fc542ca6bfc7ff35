import { registerEnumType } from "type-graphql";
import { COMPONENT_KINDS, type ComponentKind, CRITERIA, type Criterion } from "../../src/core/footprint";
import { type Bound, CONFIDENCES, type Confidence } from "../../src/core/formulas";
import {
  ALLOCATION_RULES,
  type AllocationRule,
  SERVING_LOADS,
  type ServingLoad,
} from "../../src/core/method";

type Described<T extends string> = Record<T, { description: string }>;

function namesOf<const T extends string>(values: readonly T[]): { [K in T]: K } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [K in T]: K };
}

/** Bounds as the graph writes them. Values equal names: defaults survive the rebuild as a subgraph only so. */
export const BoundEnum = namesOf(["LOW", "EXPECTED", "HIGH"]);
export type BoundName = keyof typeof BoundEnum;

const BOUNDS: Readonly<Record<BoundName, Bound>> = { LOW: "low", EXPECTED: "expected", HIGH: "high" };

export function boundOf(name: BoundName): Bound {
  return BOUNDS[name];
}
registerEnumType(BoundEnum, {
  name: "Bound",
  description: "Which figure of an amount: the central estimate or an end of its uncertainty range.",
  valuesConfig: {
    LOW: {
      description: "Low end: every factor of the amount at the end of its range that makes it smallest.",
    },
    EXPECTED: { description: "Central estimate: every factor at its value." },
    HIGH: {
      description: "High end: every factor of the amount at the end of its range that makes it largest.",
    },
  },
});

/** Criteria as the graph writes them. */
export type CriterionName = (typeof CRITERIA)[number]["id"];
export const CriterionEnum = namesOf<CriterionName>(CRITERIA.map(({ id }) => id));

const FIELDS = new Map<CriterionName, Criterion>(CRITERIA.map(({ id, field }) => [id, field]));

export function criterionOf(name: CriterionName): Criterion {
  return FIELDS.get(name) as Criterion;
}
registerEnumType(CriterionEnum, {
  name: "Criterion",
  description: "A criterion: one of the amounts of an impact.",
  valuesConfig: Object.fromEntries(CRITERIA.map(({ id, sentence }) => [id, { description: sentence }])),
});

export const ConfidenceEnum = namesOf(CONFIDENCES);
registerEnumType(ConfidenceEnum, {
  name: "Confidence",
  description: "How far a figure can be trusted.",
  valuesConfig: {
    PUBLISHED: { description: "Printed by the named source." },
    DERIVED: { description: "Computed from published figures by a stated method." },
    ASSUMED: {
      description:
        "Chosen by us with its reasoning, because it is not published; replaceable by the operator.",
    },
  } satisfies Described<Confidence>,
});

export const AllocationRuleEnum = namesOf(ALLOCATION_RULES);
registerEnumType(AllocationRuleEnum, {
  name: "AllocationRule",
  description: "How a hypervisor is shared among its Instances (method, section on Instances).",
  valuesConfig: {
    IMPACT_WEIGHTED: {
      description:
        "Shares of CPU (or GPU), RAM and storage, weighted by the manufacturing impact of what they share. Additive; the rule of the operator's own estimates.",
    },
    SUM_OF_SHARES: {
      description:
        "Shares added, as the method page prints it. Not additive: a full server can be charged three times.",
    },
    PER_COMPONENT: {
      description:
        "Each part by its own key: CPU by threads, RAM by GiB, SSD by GB, GPUs by number; parts that serve all of these by the largest share.",
    },
  } satisfies Described<AllocationRule>,
});

export const ServingLoadEnum = namesOf(SERVING_LOADS);
registerEnumType(ServingLoadEnum, {
  name: "ServingLoad",
  description:
    "How busy the fleet that serves a model is. No operator publishes this, and it determines most of the footprint of a token.",
  valuesConfig: {
    SATURATED: { description: "256 requests at once, and at work 90 % of the time." },
    PRODUCTION: {
      description:
        "32 requests at once, with a range of 8 to 256, and at work 60 % of the time, with a range of 30 to 90 %. The default.",
    },
    LIGHT: { description: "8 requests at once, and at work 30 % of the time." },
  } satisfies Described<ServingLoad>,
});

export const ComponentKindEnum = namesOf(COMPONENT_KINDS);
registerEnumType(ComponentKindEnum, {
  name: "ComponentKind",
  description: "What a contribution to a footprint comes from.",
  valuesConfig: {
    CPU: { description: "Processors of a server." },
    GPU: { description: "Graphics processors of a server." },
    RAM: { description: "Memory of a server." },
    STORAGE: { description: "Disks of a server." },
    MOTHERBOARD: { description: "Motherboard of a server." },
    POWER_SUPPLY: { description: "Power supplies of a server." },
    CASE: { description: "Case of a server." },
    ASSEMBLY: { description: "Assembly of a server." },
    SERVER: { description: "A server, or whatever of it belongs to no single part." },
    DATA_CENTRE: { description: "Building and technical environment of a data centre." },
    NETWORK: { description: "Network of the data centres: its manufacturing and electricity." },
    CROSS_FUNCTIONAL_IT: { description: "Enterprise servers and servers that manage the offers." },
    STOCK: { description: "Spare equipment in stock." },
    NON_IT: { description: "Offices, commuting and logistics." },
    CONTROL_PLANE: { description: "Machines that control a managed service." },
    NODE: { description: "Nodes of a managed service, each an Instance." },
    POOL: { description: "A pool of nodes of a cluster." },
    MODEL_STORAGE: { description: "Storage of a language model's weights." },
    TOKENS: { description: "Tokens of one type processed by a language model." },
  } satisfies Described<ComponentKind>,
});
