import { join } from "node:path";
import type { RecordedEstimate } from "../../src/core/contract";
import { ALLOCATION_RULES } from "../../src/core/method";
import { choice, defineProduct, offer, optional, percent, zone } from "../../src/product";
import { recordedInstances } from "./calibration/evidence";
import { type InstanceTypeEntry, loadCatalogue, typeView } from "./catalogue";
import { useOfHost } from "./host-use";

const LOAD =
  "Measured CPU load [%], 0 to 100, otherwise BAD_USER_INPUT. Default: the method's 30 %, with a note. Not used for GPU types, whose power follows the load of their GPUs.";
const GPU_LOAD =
  "Share of time in which its GPUs work [%], 0 to 100, otherwise BAD_USER_INPUT. Default: 50 %, with a range of 20 to 85 % and a note. Not used for types without GPUs.";
const TYPE = { shared: "InstanceType" } as const;

/**
 * Instances: virtual machines, with and without GPUs. A share of their host and of what every resource carries.
 * Source: method section on Instances.
 */
export const instance = defineProduct({
  kind: "instance",
  contract: "1.0",
  product: {
    id: "instance",
    name: "Instances",
    serviceCategory: "Compute",
    description: "Virtual machines with shared or dedicated vCPU, with or without GPUs.",
    aliases: ["vm", "virtual machine", "server"],
  },
  folder: __dirname,
  load: loadCatalogue,
  cost: { totals: 1, components: [6, 10] },
  offers: {
    of: ({ types }) => types,
    others: ({ others }) => others,
    id: ({ row }: InstanceTypeEntry) => row.name,
    places: ({ row }) => row.zones,
    called: "Instance type",
    unknown: "UNKNOWN_INSTANCE_TYPE",
    list: {
      query: "instanceTypes",
      description: "Every published Instance type, including those no longer offered.",
      offer: TYPE,
      of: typeView,
    },
  },
  resource: {
    name: "Instance",
    description:
      "A virtual machine: a share of a host, of the data centre and of the servers that manage it.",
    alternatives:
      "The same in every other zone where its type is offered in the period, lowest kgCO2e first; those that cannot be computed last, with their error.",
  },
  input: {
    description: "An Instance: a type in a zone, how its host is shared, and its load.",
    argument: "Which type, where, and how its host is shared.",
  },
  query:
    "An Instance as it is, or would be, used. Errors: UNKNOWN_INSTANCE_TYPE, UNKNOWN_ZONE, NOT_AVAILABLE_IN_LOCALITY, BAD_USER_INPUT.",
  fields: {
    type: offer({
      input:
        "Name of the Instance type, for example PRO2-S. Otherwise UNKNOWN_INSTANCE_TYPE, with suggestions.",
      owned: { as: "commercialType", description: "Name of its Instance type, for example PRO2-S." },
    }),
    zone: zone({
      input:
        "Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY if the type is not offered there.",
      owned: "Zone where it runs, for example fr-par-2.",
    }),
    allocationRule: choice({
      type: { enum: "AllocationRule" },
      choices: ALLOCATION_RULES,
      default: "IMPACT_WEIGHTED",
      input: "How the host is shared among its Instances.",
      shown: "How its host is shared.",
      owned: {
        type: "text",
        mayLack: true,
        description:
          "How its host is shared: a value of AllocationRule. The argument of the footprint takes precedence.",
      },
      argument: {
        entity: "How its host is shared among its Instances; IMPACT_WEIGHTED when left out.",
      },
    }),
    cpuLoadPercent: optional(
      percent({
        input: LOAD,
        owned: {
          mayLack: true,
          description: "Its measured CPU load [%], 0 to 100. The argument of the footprint takes precedence.",
        },
        argument: { resource: `${LOAD} Takes precedence over the input.`, entity: LOAD },
      }),
    ),
    gpuLoadPercent: optional(
      percent({
        input: GPU_LOAD,
        owned: {
          mayLack: true,
          description:
            "Share of time in which its GPUs work [%], 0 to 100. The argument of the footprint takes precedence.",
        },
        argument: { resource: `${GPU_LOAD} Takes precedence over the input.`, entity: GPU_LOAD },
      }),
    ),
  },
  shows: {
    type: {
      type: TYPE,
      description: "What an Instance of its type reserves, and where that is offered.",
      of: ({ type }) => typeView(type),
    },
  },
  recipe: { sharedServer: useOfHost },
  entity: {
    name: "Server",
    description: "An Instance that runs, with its footprint.",
    listedAs: "servers",
  },
  recordedEstimates: () => recordedInstances(join(__dirname, "calibration")).map(toEstimate),
});

function toEstimate({
  type,
  zone,
  recordedOn,
  ...one
}: ReturnType<typeof recordedInstances>[number]): RecordedEstimate {
  return {
    label: type,
    spec: { type, zone },
    zone,
    recordedOn,
    kgCo2EquivalentPerHour: one.kgCo2e,
    m3WaterPerHour: one.m3Water,
    source: one.source,
  };
}
