import type { LanguageModelEntry, TokenType } from "../../src/core/language-models";
import { DEFAULT_LOAD, type ServingLoad, type StatedLoad } from "../../src/core/method";

/** The specification of Serverless usage; amounts are those of the whole period. */
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
  /** How busy the fleet is that serves; PRODUCTION when left out. */
  readonly load?: ServingLoad | null;
  /** In place of that of the load [requests]. */
  readonly concurrency?: number | null;
  /** In place of that of the load, above 0 and at most 1 [-]. */
  readonly utilisation?: number | null;
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

const FIELDS = Object.entries(FIELD_OF) as [TokenType, keyof ServerlessSpec][];

/** What tokens of a type are called. */
export const NAMES: Record<TokenType, string> = {
  INPUT: "Input tokens",
  OUTPUT: "Output tokens",
  CACHED_INPUT: "Cached input tokens",
  AUDIO_SECOND: "Seconds of audio",
};

export function fieldOf(type: TokenType): keyof ServerlessSpec {
  return FIELD_OF[type];
}

/** The same specification with these tokens and no others. */
export function withOnly(token: TokenCount, spec: ServerlessSpec): ServerlessSpec {
  return withTokens([token], spec);
}

export function withTokens(tokens: readonly TokenCount[], spec: ServerlessSpec): ServerlessSpec {
  const none = Object.fromEntries(Object.values(FIELD_OF).map((field) => [field, 0]));
  return {
    ...spec,
    ...none,
    ...Object.fromEntries(tokens.map(({ type, count }) => [FIELD_OF[type], count])),
  };
}

/** The amounts that are not zero. */
export function tokenCounts(spec: ServerlessSpec): TokenCount[] {
  const counts: TokenCount[] = [];
  for (const [type, field] of FIELDS) {
    const count = Number(spec[field] ?? 0);
    if (count !== 0) counts.push({ type, count });
  }
  return counts;
}

/** How busy the fleet is by the specification. */
export function loadOf({ load, concurrency, utilisation }: ServerlessSpec): StatedLoad {
  return {
    load: load ?? DEFAULT_LOAD,
    concurrency: concurrency ?? null,
    utilisation: utilisation ?? null,
  };
}

/** A specification in the names of the catalogue. */
export interface CheckedSpec {
  readonly spec: ServerlessSpec;
  readonly model: LanguageModelEntry;
  /** As the name of the model said it, for example `fp8`; null where it said none. */
  readonly quantization: string | null;
}
