import type { CalculationContext } from "../../core/contract";
import { type Footprint, footprintOf, type Said } from "../../core/footprint";
import type { FactorValue } from "../../core/formulas";
import {
  baseOf,
  type Equipment,
  equipmentComponent,
  notesOnPlace,
  type Place,
  siteOf,
} from "../../core/method";

/** What a resource takes of one server, which others share or which is its own. */
export interface ServerUse
  extends Pick<Equipment, "power" | "manufacturing" | "shares" | "charged" | "notes"> {
  /**
   * Which share of which server it is, among all of its product: the same text wherever it is and whatever load it has. Its
   * manufacturing is computed once for all that say the same.
   */
  readonly key: string;
  readonly place: Place;
  /** Power of the server over that of the reference server, where that is known [-]. */
  readonly relativePower: FactorValue | null;
}

export const NO_NOTES: NonNullable<ServerUse["notes"]> = { ofAll: [], ofLoad: [] };

/** A share of a server, with what every resource carries: the common base, by the power charged. */
export function sharedServer(use: ServerUse, notes: readonly Said[], context: CalculationContext): Footprint {
  const { place, power, manufacturing, shares, charged, relativePower, notes: ofServer = NO_NOTES } = use;
  const { factors, hours } = context;
  const server = equipmentComponent({
    ...{ name: "Server", power, manufacturing, shares, charged, hours, notes: ofServer },
    ...{ lifespan: factors.value("lifespan.hardware"), site: siteOf(place, factors) },
  });
  const base = baseOf({ power: charged, place, relativePower }, context);
  return footprintOf([server, ...base], [...notes, ...notesOnPlace(place, factors)]);
}
