import type { Catalogue } from "../form/fields";
import { PageCatalogueDocument } from "../generated/operations";
import { type Asked, useAnswer } from "./use-answer";

/** Products, their fields and places: what every form of the page is built from. */
export function useCatalogue(): Asked<Catalogue> {
  return useAnswer(PageCatalogueDocument, NOTHING);
}

const NOTHING = {};
