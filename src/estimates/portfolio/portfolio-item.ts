import type { PeriodFields } from "../../core/engine";
import { badInput } from "../../core/errors";
import type { ItemError } from "./item-error";
import type { FailedLine } from "./unknown-sum";

/** A line of a portfolio, as the client sent it. */
export interface PortfolioItem {
  readonly label?: string | null;
  readonly count: number;
  /** Exactly one member, named as the kind of a product. */
  readonly resource: object;
  readonly during?: PeriodFields | null;
}

/** How many items are computed, and where a fault of ours is reported that a line's error masks. */
export interface PortfolioOptions {
  readonly mostItems: number;
  readonly report: (cause: unknown) => void;
}

/** @throws DomainError BAD_USER_INPUT for too many items. */
export function requireRoom(items: readonly unknown[], most: number): void {
  if (items.length > most) {
    throw badInput("items", `A portfolio has at most ${most} items, got ${items.length}.`);
  }
}

/** Equal lines share one error. Whether it is of the line's own period or of that of the whole, its field says. */
export function errorOfItem(error: ItemError, { during }: PortfolioItem, index: number): ItemError {
  const isOfOwnPeriod = during != null && error.field?.startsWith("during");
  return isOfOwnPeriod ? { ...error, field: `items.${index}.${error.field}` } : error;
}

export function failedLine(error: ItemError, item: PortfolioItem, index: number): FailedLine {
  const kind = Object.entries(item.resource).find(([, spec]) => spec != null)?.[0];
  const line = { at: `items.${index}`, error: errorOfItem(error, item, index) };
  return kind === undefined ? line : { ...line, resource: `resource.${kind}` };
}
