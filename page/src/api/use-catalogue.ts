import type { Catalogue } from "../form/fields";
import { PageCatalogueDocument, type PageCatalogueQueryVariables } from "../generated/operations";
import { type Asked, useAnswer } from "./use-answer";

const NOTHING = {};
/** What was answered before: a view that is opened while the graph is away, or slow, begins with it. */
let known: Catalogue | null = null;

/** Products, their fields and places: what every form of the page is built from. */
export function useCatalogue(): Asked<Catalogue, PageCatalogueQueryVariables> {
  const asked = useAnswer(PageCatalogueDocument, NOTHING);
  if (asked.data !== null) known = asked.data;
  return { ...asked, data: known };
}
