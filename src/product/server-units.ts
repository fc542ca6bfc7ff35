import type { RateUnit } from "../core/contract";
import type { FactorReader } from "../core/factors";
import { equipmentParts, footprintOf, notesOn, type Said, scaleNotes } from "../core/footprint";
import { exactly, type Value } from "../core/formulas";
import {
  baseOfReferenceHost,
  baseOfWatt,
  chargedFor,
  equipmentManufacturing,
  equipmentWatt,
  notesOnManagementOf,
  type Place,
  relativePowerOf,
  type SiteContext,
  siteOf,
} from "../core/method";
import { NO_NOTES, type ServerUse } from "./shared-server";

/** A unit, however many there are of it. */
type Unit = Pick<RateUnit, "key" | "calculate">;
type UnitNotes = NonNullable<RateUnit["notes"]>;

/**
 * A share of a server as units of which there are few: its manufacturing, which is the same in all places; the watts and the
 * management of a place, which are the same for all servers. So the units are as many as shares and places, not as their pairs.
 *
 * @param useOn the same by the factors of another day
 * @returns null for no power, or one below zero, which is not so many watts
 */
export function serverUnits(
  use: ServerUse,
  useOn: (factors: FactorReader) => ServerUse,
  context: SiteContext,
): readonly RateUnit[] | null {
  const { key, place, shares, charged, relativePower, notes = NO_NOTES } = use;
  const { factors } = context;
  const watts = charged.range;
  const hosts = relativePowerOf({ place, power: charged, relativePower }, factors).range;
  if (watts.low < 0 || hosts.low < 0 || watts.expected === 0) return null;
  const manufacturing = factors.derived(shares, "manufacturing", () => manufacturingUnit(key, useOn));
  const [watt, host] = factors.derived(place, "units of servers", () => [wattUnit(place), hostUnit(place)]);
  const { ofAll, ofLoad } = notes;
  return [
    unitTimes(manufacturing, ONE, notesOnUse(ofAll)),
    unitTimes(watt, watts, notesOnUse(ofAll, ofLoad, chargedFor("cpu", use) / watts.expected)),
    unitTimes(host, hosts, notesOnManaged(place, relativePower, context)),
  ];
}

const ONE = exactly(1);

function unitTimes({ key, calculate }: Unit, times: RateUnit["times"], notes: UnitNotes): RateUnit {
  return { key, calculate, times, notes };
}

/*
 * What is said is put together when it is read, if ever. Until then thousands of lines hold it, and so as little as can be.
 */

/** @param ofCpu share of the power that the CPUs draw, of which is said what is said of the load [-] */
function notesOnUse(ofAll: readonly Said[], ofLoad: readonly Said[] = [], ofCpu = 1): UnitNotes {
  return (parts) => {
    const own = equipmentParts(parts);
    return [...notesOn(own, ofAll), ...scaleNotes(notesOn(own, ofLoad), ofCpu)];
  };
}

function notesOnManaged(place: Place, relativePower: Value | null, context: SiteContext): UnitNotes {
  return (parts) => notesOn(parts, notesOnManagementOf({ place, relativePower }, context));
}

function manufacturingUnit(key: string, useOn: (factors: FactorReader) => ServerUse): Unit {
  return {
    key: `manufacturing ${key}`,
    calculate: ({ factors, hours }) => {
      const lifespan = factors.value("lifespan.hardware");
      return footprintOf([equipmentManufacturing({ ...useOn(factors), hours, lifespan })]);
    },
  };
}

function wattUnit(place: Place): Unit {
  return {
    key: `W ${place.name}`,
    calculate: (context) => {
      const { factors, hours } = context;
      return footprintOf([
        equipmentWatt({ hours, site: siteOf(place, factors) }),
        ...baseOfWatt(place, context),
      ]);
    },
  };
}

function hostUnit(place: Place): Unit {
  return {
    key: `reference host ${place.name}`,
    calculate: (context) => footprintOf(baseOfReferenceHost(place, context)),
  };
}
