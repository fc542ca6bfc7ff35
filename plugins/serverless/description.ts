import type { ProductDescription } from "../../src/core/contract";
import { amount, choice, count, offer, optional, region } from "../../src/product";

const AMOUNT = "in the whole period, 0 to 10^15; otherwise BAD_USER_INPUT.";

/** What tokens are asked by. @param most how many of a type there can be */
export const fieldsWithin = (most: { readonly maximum?: number }) => {
  const tokens = (unit: string, input: string) =>
    amount({ unit, limits: { minimum: 0, ...most }, default: 0, input });
  return {
    model: offer({ input: "Identifier of the model. Otherwise UNKNOWN_MODEL, with suggestions." }),
    region: region({
      input: "Region, for example fr-par. Otherwise UNKNOWN_REGION or NOT_AVAILABLE_IN_LOCALITY.",
    }),
    gpuModel: optional(choice({ input: "Model of the GPUs. Without a benchmark on it, NO_BENCHMARK." })),
    gpuCount: optional(
      count({ unit: "GPU", limits: { minimum: 1 }, input: "Number of GPUs of the node, at least 1." }),
    ),
    inputTokens: tokens("token", `Number of input tokens ${AMOUNT}`),
    outputTokens: tokens("token", `Number of output tokens ${AMOUNT}`),
    cachedInputTokens: tokens(
      "token",
      `Number of input tokens served from a cache ${AMOUNT} Nobody has published a speed for them: as shipped, anything above 0 is NO_BENCHMARK, and is answered only where the operator of this graph has imported a benchmark of CACHED_INPUT.`,
    ),
    audioSeconds: tokens("s", `Audio [s] ${AMOUNT}`),
  };
};

export const USAGE: ProductDescription = {
  kind: "serverlessUsage",
  resource: { name: "ServerlessUsage", description: "Tokens processed by a model that many share." },
  input: {
    description:
      "Tokens of a served model. gpuModel and gpuCount pick one of the model's benchmarks; without them the model's usual serving node, which a note names, is taken.",
    argument: "Which model, where, and how many tokens.",
  },
  query:
    "Tokens of a model on Generative APIs Serverless. Errors: UNKNOWN_MODEL, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, NO_BENCHMARK, STORE_UNAVAILABLE, BAD_USER_INPUT.",
  fields: fieldsWithin({}),
  shows: {},
  list: null,
  entity: null,
};
