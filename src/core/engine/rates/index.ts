export { type RateAtHand, RateFinder } from "./rate-finder";
export { firstOf, rateSpans, totalsOfDay, totalsOfSpans } from "./rate-spans";
