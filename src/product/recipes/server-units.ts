import type { RateUnit } from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import {
  equipmentParts,
  footprintOf,
  type Note,
  notesOn,
  type Parts,
  type Said,
  scaleNotes,
} from "../../core/footprint";
import { exactly, type Value } from "../../core/formulas";
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
} from "../../core/method";
import { NO_NOTES, type ServerUse } from "./shared-server";

/** A unit, however many there are of it. */
type Unit = Pick<RateUnit, "key" | "calculate">;

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
    new UnitOfUse(manufacturing, ONE, ofAll, NONE, 1),
    new UnitOfUse(watt, watts, ofAll, ofLoad, chargedFor("cpu", use) / watts.expected),
    new UnitOfManagement(host, hosts, place, relativePower, context),
  ];
}

const ONE = exactly(1);
const NONE: readonly Said[] = [];

/*
 * What is said is put together when it is read, if ever. Until then thousands of lines hold it, and so as little as can be.
 */

class UnitOfUse implements RateUnit {
  readonly key: string;
  readonly calculate: RateUnit["calculate"];

  /** @param ofCpu share of the power that the CPUs draw, of which is said what is said of the load [-] */
  constructor(
    unit: Unit,
    readonly times: RateUnit["times"],
    private readonly ofAll: readonly Said[],
    private readonly ofLoad: readonly Said[],
    private readonly ofCpu: number,
  ) {
    this.key = unit.key;
    this.calculate = unit.calculate;
  }

  notes(soMany: Parts): readonly Note[] {
    const own = equipmentParts(soMany);
    return [...notesOn(own, this.ofAll), ...scaleNotes(notesOn(own, this.ofLoad), this.ofCpu)];
  }
}

class UnitOfManagement implements RateUnit {
  readonly key: string;
  readonly calculate: RateUnit["calculate"];

  constructor(
    unit: Unit,
    readonly times: RateUnit["times"],
    private readonly place: Place,
    private readonly relativePower: Value | null,
    private readonly context: SiteContext,
  ) {
    this.key = unit.key;
    this.calculate = unit.calculate;
  }

  notes(soMany: Parts): readonly Note[] {
    const { place, relativePower, context } = this;
    return notesOn(soMany, notesOnManagementOf({ place, relativePower }, context));
  }
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
