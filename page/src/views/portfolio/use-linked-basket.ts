import { useEffect, useRef } from "preact/hooks";
import type { ViewProps } from "../../app/view-props";
import { basket, emptyBasket, putSource } from "../../basket/basket";
import { basketText, linkedSheet } from "../../basket/link";
import type { Product } from "../../form/fields";

/** Numbers of sources begin at 1. */
export const OF_THE_LINK = 0;

/**
 * Synchronises basket and URL: a link loads its basket, and changes of the basket update the link.
 * @returns whether the basket is too long for a link
 */
export function useLinkedBasket({ settings, change }: ViewProps, products: readonly Product[]): boolean {
  const linked = settings.basket;
  const lines = basket.value;
  const written = lines.length === 0 ? undefined : basketText(lines.map(({ item }) => item));
  const followed = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (linked === undefined || linked === followed.current || linked === written) return;
    followed.current = linked;
    emptyBasket();
    const { lines: read, problems, notes } = linkedSheet(linked, products);
    const source = { id: OF_THE_LINK, name: "The link", rows: read.length, problems, notes };
    putSource(
      source,
      read.map(({ line, item }) => ({ item, line, source: OF_THE_LINK })),
    );
  }, [linked]);
  useEffect(() => {
    // First loads the basket of the link.
    if (linked !== undefined && linked !== followed.current) return;
    const { basket: _, ...others } = settings;
    followed.current = written ?? undefined;
    if ((written ?? undefined) !== linked)
      change(written == null ? others : { ...others, basket: written }, "replace");
  }, [lines]);
  return written === null;
}
