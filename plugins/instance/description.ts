import type { ProductDescription } from "../../src/core/contract";
import { ALLOCATION_RULES } from "../../src/core/method";
import { choice, offer, optional, percent, zone } from "../../src/product";

export const LOAD =
  "Measured CPU load [%], 0 to 100, otherwise BAD_USER_INPUT. Left out, the method's 30 % is taken and a note says so. Not used for GPU types, whose power is an average of the offer.";

/** What an Instance is asked by. */
export const INSTANCE: ProductDescription = {
  kind: "instance",
  resource: { name: "Instance", description: "A virtual machine: a share of a host." },
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
    }),
    zone: zone({
      input:
        "Zone, for example fr-par-2. Otherwise UNKNOWN_ZONE, or NOT_AVAILABLE_IN_LOCALITY where the type is not offered.",
    }),
    allocationRule: choice({
      type: { enum: "AllocationRule" },
      choices: ALLOCATION_RULES,
      default: "IMPACT_WEIGHTED",
      input: "How the host is shared among its Instances.",
    }),
    cpuLoadPercent: optional(percent({ input: LOAD })),
  },
  shows: {},
  list: null,
  entity: null,
};
