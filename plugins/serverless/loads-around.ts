/** How busy a node is that serves, both given. */
export interface GivenLoad {
  /** Simultaneous requests. */
  readonly concurrency: number;
  /** Share of the time at work, above 0 and at most 1 [-]. */
  readonly utilisation: number;
}

export interface WeightedLoad {
  readonly at: GivenLoad;
  /** Above 0 and at most 1; those of a mean sum to 1. */
  readonly weight: number;
}

/** Loads are between these two of each, as far as their fields admit. */
const REQUESTS = [1, 2 ** 20] as const;
const AT_WORK = [1, 2 ** -20] as const;

/**
 * The loads that a load is a mean of: four at most, the same for all. Requests at once share the time of a decode step, and the
 * time at work shares what a node is in service, so that what tokens emit is linear in 1 / requests and in 1 / share of the time.
 *
 * @returns null for a load that is not between them
 */
export function loadsAround({ concurrency, utilisation }: GivenLoad): readonly WeightedLoad[] | null {
  const ofRequests = weightsOf(concurrency, REQUESTS);
  const ofTime = weightsOf(utilisation, AT_WORK);
  if (ofRequests === null || ofTime === null) return null;
  return REQUESTS.flatMap((requests, one) =>
    AT_WORK.flatMap((share, other) => {
      const weight = (ofRequests[one] as number) * (ofTime[other] as number);
      return weight === 0 ? [] : [{ at: { concurrency: requests, utilisation: share }, weight }];
    }),
  );
}

/** How much of each end a value is, where inverses are added; null for one that is not between them. */
function weightsOf(value: number, [one, other]: readonly [number, number]): readonly [number, number] | null {
  const whole = 1 / one - 1 / other;
  const [ofOne, ofOther] = [(1 / value - 1 / other) / whole, (1 / one - 1 / value) / whole];
  return ofOne >= 0 && ofOther >= 0 ? [ofOne, ofOther] : null;
}
