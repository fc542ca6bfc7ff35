/**
 * Where an object holds what was made of it, by who made it. It has this if nothing of it changes and it is read in many requests,
 * as what belongs to a cached result does.
 */
export const MADE_OF_IT = Symbol("made of it");

export interface Lasting {
  readonly [MADE_OF_IT]: Map<object, unknown>;
}
