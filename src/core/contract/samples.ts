/** Specifications of a product by name, for what tests it: the conformance kit, random requests, generated pages. */
export interface ProductSamples {
  /** Answered: at least one for each way that the product computes. The first is the plainest. */
  readonly valid: Readonly<Record<string, object>>;
  /** Refused, with the code and the field of the error. */
  readonly refused: Readonly<Record<string, RefusedSample>>;
  /** Triples of which the third specification is the first and the second together. */
  readonly additive?: readonly (readonly [object, object, object])[];
  /** Whether amounts are of an hour, or of the whole period, such as tokens; PER_HOUR when left out. */
  readonly amounts?: "PER_HOUR" | "PER_PERIOD";
}

export interface RefusedSample {
  readonly spec: object;
  readonly code: string;
  readonly field: string;
}
