import type { Catalogue } from "../form/fields";
import { PageCatalogueDocument, type PageCatalogueQueryVariables } from "../generated/operations";
import { type Asked, useAnswer } from "./use-answer";

const NOTHING = {};
/** Cache of the last response: a view that opens while the server is unreachable or slow begins with it. */
let known: Catalogue | null = null;

/** Products, their fields and places: all forms are built from them. */
export function useCatalogue(): Asked<Catalogue, PageCatalogueQueryVariables> {
  const asked = useAnswer(PageCatalogueDocument, NOTHING);
  if (asked.data !== null) known = asked.data;
  return { ...asked, data: known };
}
