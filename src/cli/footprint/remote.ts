import { Footprints } from "../../answers/footprints";
import { Remote } from "../../answers/remote";
import type { Environment } from "../../process/environment";

/** Footprints of the graph at an address. */
export function openAt(url: string, { FOOTPRINT_API_KEY }: Environment): Footprints {
  return new Footprints(new Remote({ url, apiKey: FOOTPRINT_API_KEY || null }));
}
