import type { ProductDescription } from "../../src/core/contract";
import { amount, choice, count, offer, optional, region } from "../../src/product";

export const IMPORTED =
  "Size of a model of one's own that is imported [GB], 0 to 10,000, otherwise BAD_USER_INPUT. It is kept in Object Storage.";

/** The most that a deployment can have: limits of its data. */
export interface Most {
  readonly nodes: number;
  /** [GB] */
  readonly importedModelGb: number;
}

/** What a Dedicated Deployment is asked by. */
export const fieldsWithin = (most: Partial<Most>) => ({
  nodeType: offer({
    input:
      "Name of the node type, for example H100-SXM-4; dedicatedNodeTypes lists them. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
  }),
  nodes: count({
    unit: "node",
    limits: { minimum: 1, ...(most.nodes === undefined ? {} : { maximum: most.nodes }) },
    default: 1,
    input: "Number of nodes, 1 to 100, otherwise BAD_USER_INPUT.",
  }),
  region: region({
    input:
      "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY where the node type is not offered.",
  }),
  model: optional(
    choice({
      input:
        "Identifier of the language model, for example llama-3.3-70b-instruct. Otherwise UNKNOWN_MODEL, with suggestions. It changes no figure: a note says so when it is not offered on the node type.",
    }),
  ),
  importedModelGb: amount({
    unit: "GB",
    limits: {
      minimum: 0,
      ...(most.importedModelGb === undefined ? {} : { maximum: most.importedModelGb }),
    },
    default: 0,
    input: IMPORTED,
  }),
});

export const DEPLOYMENT: ProductDescription = {
  kind: "dedicatedDeployment",
  resource: {
    name: "DedicatedDeployment",
    description:
      "A language model on GPU nodes of one's own: the nodes, what they are attached to, and a model that is imported.",
  },
  input: {
    description: "A Dedicated Deployment: nodes of a type in a region, and the model that they serve.",
    argument: "Which nodes, how many and where, and what they serve.",
  },
  query:
    "A Dedicated Deployment as it is, or would be, used. Errors: UNKNOWN_NODE_TYPE, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, UNKNOWN_MODEL, BAD_USER_INPUT.",
  fields: fieldsWithin({}),
  shows: {},
  list: null,
  entity: null,
};
