import { DomainError } from "./errors";
import { didYouMean, shorten, suggest } from "./suggestions";

/** @param kinds of the products that there are */
export function unknownProduct(kind: string, kinds: Iterable<string>): DomainError {
  const all = [...kinds];
  const near = suggest(kind, all);
  const message = `There is no product "${shorten(kind)}".${didYouMean(near, all)}`;
  return new DomainError("UNKNOWN_PRODUCT", message, { suggestions: near.length > 0 ? near : all });
}
