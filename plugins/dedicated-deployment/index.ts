import { amount, count, defineProduct, named, offer, optional, percent, region } from "../../src/product";
import { type DedicatedCatalogue, loadCatalogue, type NodeType } from "./catalogue";
import { notesOnModel } from "./notes";

const IMPORTED =
  "Size of an imported model of your own [GB], 0 to 10,000, otherwise BAD_USER_INPUT. It is stored in Object Storage.";

const GPU_LOAD =
  "Share of time in which the GPUs of its nodes work [%], 0 to 100, otherwise BAD_USER_INPUT. Default: 50 %, with a range of 20 to 85 % and a note.";

/** Language models on dedicated GPU nodes. Source: method page on Dedicated Deployment. */
export const dedicatedDeployment = defineProduct({
  kind: "dedicatedDeployment",
  contract: "1.0",
  product: {
    id: "dedicatedDeployment",
    name: "Generative APIs, Dedicated Deployment",
    serviceCategory: "AI & Data",
    description: "A language model served from GPU nodes that are reserved for one customer.",
    aliases: ["dedicated", "inference", "managed inference"],
  },
  folder: __dirname,
  load: loadCatalogue,
  cost: {
    totals: 3,
    components: [4, 21, 40, 19, 20, 30],
    places: 1,
    // Every node type on which a model is offered, and Serverless.
    // Idle, at work all the time, and as busy as the amounts keep them.
    inputs: { ServingInput: { totals: 60, components: [40, 200, 400, 200, 200, 300] } },
  },
  offers: {
    of: ({ nodeTypes }) => nodeTypes,
    others: ({ otherNodeTypes }) => otherNodeTypes,
    id: ({ name }: NodeType) => name,
    places: ({ zoneByRegion }) => zoneByRegion.keys(),
    called: "node type",
    unknown: "UNKNOWN_NODE_TYPE",
    list: {
      query: "dedicatedNodeTypes",
      description: "Every node type of Dedicated Deployment.",
      offer: {
        name: "DedicatedNodeType",
        description: "A type of node of Dedicated Deployment: a GPU Instance and where it is offered.",
      },
      columns: {
        name: { type: "text", description: "Name, for example H100-SXM-4.", of: (type) => type.name },
        instanceType: {
          type: "text",
          description: "Name of the Instance type that a node is, for example H100-SXM-4-80G.",
          of: (type) => type.instance_type,
        },
        gpuModel: {
          type: "text",
          description: "Model of the GPUs of a node, for example NVIDIA L4.",
          of: (type) => type.gpu_model,
        },
        gpuCount: {
          type: "whole",
          description: "Number of GPUs of a node, at least 1.",
          of: (type) => type.gpu_count,
        },
        vramGb: {
          type: "number",
          description: "Memory of all GPUs of a node [GB].",
          of: (type) => type.vram_gb,
        },
        regions: {
          type: "texts",
          description: "Regions where it is offered.",
          of: ({ zoneByRegion }) => [...zoneByRegion.keys()],
        },
      },
    },
  },
  resource: {
    name: "DedicatedDeployment",
    description:
      "A language model on dedicated GPU nodes: the nodes, the platform that runs them, and an imported model.",
  },
  input: {
    description: "A Dedicated Deployment: nodes of a type in a region, and the model that they serve.",
    argument: "Which nodes, how many and where, and what they serve.",
  },
  query:
    "A Dedicated Deployment as it is, or would be, used. Errors: UNKNOWN_NODE_TYPE, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, UNKNOWN_MODEL, BAD_USER_INPUT.",
  fields: {
    nodeType: offer({
      input:
        "Name of the node type, for example H100-SXM-4; dedicatedNodeTypes lists them. Otherwise UNKNOWN_NODE_TYPE, with suggestions.",
      shown: "Name of the type of its nodes.",
      owned: "Name of the type of its nodes, for example H100-SXM-4.",
    }),
    nodes: count({
      unit: "node",
      limits: (_type, catalogue: DedicatedCatalogue) => ({ minimum: 1, maximum: catalogue.maximum("nodes") }),
      default: 1,
      input: "Number of nodes, 1 to 100, otherwise BAD_USER_INPUT.",
      shown: "Number of its nodes, at least 1.",
      owned: "Number of its nodes, at least 1.",
    }),
    region: region({
      input:
        "Region, for example fr-par. Otherwise UNKNOWN_REGION, or NOT_AVAILABLE_IN_LOCALITY if the node type is not offered there.",
      owned: "Region where it is, for example fr-par.",
    }),
    model: optional(
      named({
        find: (catalogue: DedicatedCatalogue, name, path) => catalogue.chosenModel(name, path),
        spelt: ({ model: { id }, quantization }) => (quantization === null ? id : `${id}:${quantization}`),
        choices: ({ models }: DedicatedCatalogue) => models.models.keys(),
        input:
          "Identifier of the language model, for example llama-3.3-70b-instruct. Otherwise UNKNOWN_MODEL, with suggestions. It does not change the figure; if it is not offered on the node type, a note says so.",
        owned: {
          type: "languageModel",
          mayLack: true,
          description: "The language model that it serves. It changes no figure, only what is said of it.",
        },
      }),
    ),
    importedModelGb: amount({
      unit: "GB",
      limits: (_type, catalogue: DedicatedCatalogue) => ({
        minimum: 0,
        maximum: catalogue.maximum("imported-model"),
      }),
      default: 0,
      input: IMPORTED,
      shown: "Size of the imported model [GB]; 0 if none is imported.",
      owned: {
        mayLack: true,
        description:
          "Size of a model of one's own that was imported [GB]. The argument of the footprint takes precedence.",
      },
      argument: { entity: IMPORTED },
    }),
    gpuLoadPercent: optional(
      percent({
        input: GPU_LOAD,
        owned: {
          mayLack: true,
          description:
            "Share of time in which the GPUs of its nodes work [%], 0 to 100. The argument of the footprint takes precedence.",
        },
        argument: { resource: `${GPU_LOAD} Takes precedence over the input.`, entity: GPU_LOAD },
      }),
    ),
  },
  derive: ({ nodeType, region, model }, { catalogue, places }) => ({
    place: places.zone(nodeType.zoneByRegion.get(region.name) as string, "input.region"),
    offeredOn: model === null ? null : catalogue.nodeTypesOf(model.model.id, model.quantization),
  }),
  shows: {
    model: {
      type: { shared: "LanguageModel" },
      isNullable: true,
      description: "The language model that it serves; null if none was given.",
      of: ({ model }) => model?.model ?? null,
    },
  },
  notes: (deployment) => notesOnModel(deployment),
  recipe: { partsTable: ({ parts }) => parts },
  entity: {
    name: "Deployment",
    description: "A Dedicated Deployment that runs, with its footprint.",
    listedAs: "deployments",
  },
  graphql: (described) => (require("./graphql") as typeof import("./graphql")).typesWith(described),
});
