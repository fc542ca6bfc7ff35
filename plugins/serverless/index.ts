import type { LanguageModelEntry, ModelChoice } from "../../src/core/language-models";
import { DEFAULT_LOAD, SERVING_LOADS } from "../../src/core/method";
import { amount, choice, count, defineProduct, named, offer, optional, region } from "../../src/product";
import { loadCatalogue, type ServerlessCatalogue } from "./catalogue";
import { usageFootprint } from "./footprint";
import { operatorFiguresOf } from "./operator-figures";
import { tokenUnits } from "./token-units";
import { usageOf } from "./usage";

const AMOUNT = "in the whole period, 0 to 10^15; otherwise BAD_USER_INPUT.";

/** How many tokens of a type. */
function tokens(unit: string, input: string) {
  const limits = { minimum: 0, maximum: { series: "serverless.most-tokens" } };
  return amount({ unit, limits, default: 0, input });
}

/** Generative APIs Serverless: tokens of a model that many share. */
export const serverless = defineProduct({
  kind: "serverlessUsage",
  contract: "1.0",
  product: {
    id: "serverless",
    name: "Generative APIs Serverless",
    serviceCategory: "AI",
    description: "Language models billed by token, on shared nodes.",
    aliases: ["tokens", "generative api", "llm"],
  },
  folder: __dirname,
  load: loadCatalogue,
  cost: {
    totals: 1.5,
    components: [4, 20, 35, 5, 20, 40],
    places: 1,
    // Of no tokens but of a unit of each type; the operating point has no footprint to compute.
    fields: {
      benchmarks: { totals: 5, components: [] },
      operatingPoint: { totals: 12, components: [] },
      perMillionTokens: { totals: 90, components: [] },
    },
    // All but the tokens: usage is linear in them.
    distinct: {
      fields: ["model", "region", "gpuModel", "gpuCount", "load", "concurrency", "utilisation"],
      totals: 30,
    },
  },
  offers: {
    of: ({ choices }) => choices,
    // A name can say a quantisation too.
    find: ({ models }, name, field) => models.choose(name, field),
    id: ({ model }: ModelChoice<LanguageModelEntry>) => model.id,
    spelt: ({ model, quantization }) => (quantization === null ? model.id : `${model.id}:${quantization}`),
    places: (_choice, { nodes }) => nodes.regions,
    placed: () => "Serverless",
    called: "language model",
    unknown: "UNKNOWN_MODEL",
  },
  resource: {
    name: "ServerlessUsage",
    description: "Tokens processed by a shared language model: a share of the GPUs and nodes that serve it.",
  },
  input: {
    description:
      "Tokens of a served model. gpuModel and gpuCount pick one of the model's benchmarks; without them the model's usual serving node, which a note names, is taken.",
    argument: "Which model, where, and how many tokens.",
  },
  query:
    "Tokens of a model on Generative APIs Serverless. Errors: UNKNOWN_MODEL, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, NO_BENCHMARK, STORE_UNAVAILABLE, BAD_USER_INPUT.",
  fields: {
    model: offer({ input: "Identifier of the model. Otherwise UNKNOWN_MODEL, with suggestions." }),
    region: region({
      input: "Region, for example fr-par. Otherwise UNKNOWN_REGION or NOT_AVAILABLE_IN_LOCALITY.",
    }),
    gpuModel: optional(
      named({
        find: ({ nodes }: ServerlessCatalogue, name) => nodes.gpuName(name),
        spelt: (name) => name,
        choices: ({ nodes }: ServerlessCatalogue) => nodes.gpuModels,
        input: "Model of the GPUs. Without a benchmark on it, NO_BENCHMARK.",
      }),
    ),
    gpuCount: optional(
      count({ unit: "GPU", limits: { minimum: 1 }, input: "Number of GPUs of the node, at least 1." }),
    ),
    inputTokens: tokens("token", `Number of input tokens ${AMOUNT}`),
    outputTokens: tokens("token", `Number of output tokens ${AMOUNT}`),
    cachedInputTokens: tokens(
      "token",
      `Number of input tokens served from a cache ${AMOUNT} No speed is published for them: as shipped, anything above 0 is NO_BENCHMARK, and is answered only where the operator of this graph has imported a benchmark of CACHED_INPUT.`,
    ),
    audioSeconds: tokens("s", `Audio [s] ${AMOUNT}`),
    load: choice({
      choices: SERVING_LOADS,
      type: { enum: "ServingLoad" },
      default: DEFAULT_LOAD,
      input:
        "How busy the fleet is that serves: requests at once and share of the time at work. The operator does not publish it.",
    }),
    concurrency: optional(
      amount({
        unit: "requests",
        limits: { minimum: 1, maximum: { series: "serving.most-concurrency" } },
        input:
          "Number of requests that a node works on at once, in place of that of the load, 1 to 4,096; otherwise BAD_USER_INPUT. A given value has no range.",
      }),
    ),
    utilisation: optional(
      amount({
        unit: "-",
        // Below it the figure would be that of idle nodes alone, and runs out of what a number can hold.
        limits: { minimum: 0.0001, maximum: 1 },
        input:
          "Share of time in which the node works, in place of that of the load, 0.0001 to 1; otherwise BAD_USER_INPUT. A given value has no range.",
      }),
    ),
  },
  derive: usageOf,
  shows: {
    model: {
      type: { shared: "LanguageModel" },
      description: "The language model that reads and writes the tokens.",
      of: ({ model }) => model.model,
    },
    tokens: {
      type: {
        records: "TokenUsage",
        description: "The number of tokens of one type in the input.",
        columns: {
          type: { type: { enum: "TokenType" }, description: "Type of the tokens.", of: ({ type }) => type },
          count: {
            type: "number",
            description: "Number of tokens; for AUDIO_SECOND, seconds.",
            of: ({ count }) => count,
          },
        },
      },
      description: "The tokens of the input, without types of zero tokens.",
      of: ({ tokens }) => tokens,
    },
  },
  recipe: {
    composes: ({ platform }) => platform.products,
    readsFactorsAlone: false,
    calculate: usageFootprint,
    unitsOf: tokenUnits,
    revision: ({ tokens }, { finder }) => (tokens.length === 0 ? null : finder.revision()),
    amounts: "PER_PERIOD",
  },
  cataloguedEstimates: (usage, { catalogue, factorsOn }) =>
    operatorFiguresOf(usage, catalogue.operatorFigures, factorsOn),
  graphql: () => ({ base: (require("./graphql") as typeof import("./graphql")).MeasuredUsage }),
});
