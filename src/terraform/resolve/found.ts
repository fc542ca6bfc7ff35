import { unique } from "../../core/helpers";

/** What is known of a value: itself, that nothing says it, or that the plan does not know it yet. */
export type Found = KnownValue | { readonly state: "unsaid" } | UnknownValue;

interface UnknownValue {
  readonly state: "unknown";
  /** Null where the attribute is one that a reference leads to. */
  readonly attribute: string | null;
  /** It is an expression in the block of the provider, whose value no plan has. */
  readonly isOfProvider: boolean;
  /** All that it rests on is known, so that it is null, where it can be: the provider fills it in. */
  readonly isNull: boolean;
}

export interface KnownValue {
  readonly state: "known";
  readonly value: unknown;
  /** It must not be shown. */
  readonly isSensitive: boolean;
  /** It is of the provider, and not of the resource. */
  readonly isOfProvider: boolean;
  /** What a reader must know of it. */
  readonly says: string | null;
}

export const UNSAID: Found = { state: "unsaid" };
export const UNKNOWN: UnknownValue = {
  state: "unknown",
  attribute: null,
  isOfProvider: false,
  isNull: false,
};

export function known(value: unknown, isSensitive = false): KnownValue {
  return { state: "known", value, isSensitive, isOfProvider: false, says: null };
}

/** What all say alike; unknown where they differ. */
export function agreed(answers: readonly Found[]): Found {
  const [first] = answers;
  if (first === undefined) return UNKNOWN;
  if (unique(answers.map((one) => JSON.stringify(one))).length === 1) return first;
  return UNKNOWN;
}
