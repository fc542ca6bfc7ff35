import { didYouMean, suggest } from "../errors";
import type { ProductCalculator } from "./calculator";

/** @throws Error for a product that consists of one that is not there: every request for it would fail */
export function requireKnownParts(calculators: readonly ProductCalculator[]): void {
  const kinds = calculators.map(({ kind }) => kind);
  for (const { kind, composes = [] } of calculators) {
    const unknown = composes.find((part) => !kinds.includes(part));
    if (unknown === undefined) continue;
    const hint = didYouMean(suggest(unknown, kinds), kinds);
    throw new Error(
      `the product "${kind}" consists of "${unknown}", which is no product of the graph.${hint}`,
    );
  }
}
