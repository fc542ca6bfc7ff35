/** Why a resource, or a part of one, has no figure, and what that means for the sums. */
export const REASONS = {
  NO_FOOTPRINT: "has no footprint of its own",
  COUNTED_ELSEWHERE: "is counted with another resource",
  NEEDS_USAGE: "needs an amount that no plan says",
  UNKNOWN_UNTIL_APPLY: "is not known until the plan is applied",
  NOT_COVERED: "is of a product that is not covered yet",
  REFUSED: "is not sound as it is planned",
  DEFERRED: "is planned later",
  UNKNOWN_TYPE: "is of a type of resource that is not known",
  OTHER_PROVIDER: "is not of an operator that is covered",
} as const;
export type Reason = keyof typeof REASONS;

/** Reasons by which there is known to be nothing: the sums lack nothing for them. */
export const KNOWN_TO_BE_NOTHING: readonly Reason[] = ["NO_FOOTPRINT", "COUNTED_ELSEWHERE"];
