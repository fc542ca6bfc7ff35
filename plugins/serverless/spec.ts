import { badInput } from "../../src/core/errors";
import { type FactorReader } from "../../src/core/factors";
import { type LanguageModelEntry, type LanguageModels, type TokenType } from "../../src/core/language-models";
import { type Places } from "../../src/core/method";
import type { ServingNodes } from "./serving-nodes";

/** What a footprint of Serverless usage is asked with; amounts are those of the whole period. */
export interface ServerlessSpec {
  /** Identifier of the model, for example llama-3.3-70b-instruct. */
  readonly model: string;
  readonly region: string;
  /** Picks one of the model's benchmarks, with gpuCount; without them the usual serving node is taken. */
  readonly gpuModel?: string | null;
  readonly gpuCount?: number | null;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly cachedInputTokens?: number;
  /** [s] */
  readonly audioSeconds?: number;
}

/** How many tokens of a type. */
export interface TokenCount {
  readonly type: TokenType;
  readonly count: number;
}

const FIELD_OF: Record<TokenType, keyof ServerlessSpec> = {
  INPUT: "inputTokens",
  OUTPUT: "outputTokens",
  CACHED_INPUT: "cachedInputTokens",
  AUDIO_SECOND: "audioSeconds",
};

export function fieldOf(type: TokenType): keyof ServerlessSpec {
  return FIELD_OF[type];
}

/** The same asked of these tokens and no others. */
export function withOnly({ type, count }: TokenCount, spec: ServerlessSpec): ServerlessSpec {
  const none = Object.fromEntries(Object.values(FIELD_OF).map((field) => [field, 0]));
  return { ...spec, ...none, [FIELD_OF[type]]: count };
}

/** Whether anything is asked for, sound or not. */
export function hasTokens(spec: ServerlessSpec): boolean {
  return Object.values(FIELD_OF).some((field) => Number(spec[field] ?? 0) !== 0);
}

/** The amounts that are not zero. @throws DomainError BAD_USER_INPUT for one that is negative, not a number or absurd. */
export function tokenCounts(spec: ServerlessSpec, factors: FactorReader): TokenCount[] {
  const most = factors.value("serverless.most-tokens").range.expected;
  return (Object.entries(FIELD_OF) as [TokenType, keyof ServerlessSpec][]).flatMap(([type, field]) => {
    const count = Number(spec[field] ?? 0);
    if (!(count >= 0 && count <= most)) {
      throw badInput(`input.${field}`, `${field} must be from 0 to ${most}, got ${count}.`);
    }
    return count === 0 ? [] : [{ type, count }];
  });
}

/** A specification in the names of the catalogue. */
export interface CheckedSpec {
  readonly spec: ServerlessSpec;
  readonly model: LanguageModelEntry;
  /** As the name of the model said it, for example `fp8`; null where it said none. */
  readonly quantization: string | null;
}

/**
 * @throws DomainError UNKNOWN_MODEL, UNKNOWN_REGION, NOT_AVAILABLE_IN_LOCALITY, or BAD_USER_INPUT for a count of GPUs
 * that makes no sense.
 */
export function checkSpec(
  spec: ServerlessSpec,
  { models, places, nodes }: { models: LanguageModels; places: Places; nodes: ServingNodes },
): CheckedSpec {
  const { gpuCount, gpuModel } = spec;
  if (gpuCount != null && !(Number.isInteger(gpuCount) && gpuCount >= 1)) {
    throw badInput("input.gpuCount", `gpuCount must be a whole number from 1, got ${gpuCount}.`);
  }
  const { model, quantization } = models.choose(spec.model, "input.model");
  const region = places.region(spec.region, "input.region").name;
  nodes.requireIn(region);
  const gpu = gpuModel == null ? {} : { gpuModel: nodes.gpuName(gpuModel) };
  return { spec: { ...spec, ...gpu, model: model.id, region }, model, quantization };
}
