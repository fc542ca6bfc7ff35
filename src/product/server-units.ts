import type { RateUnit } from "../core/contract";
import type { FactorReader } from "../core/factors";
import { footprintOf, type Said } from "../core/footprint";
import { exactly, type Range } from "../core/formulas";
import {
  baseOfReferenceHost,
  baseOfWatt,
  chargedFor,
  equipmentManufacturing,
  equipmentWatt,
  notesOnManagementOf,
  type PowerDraw,
  relativePowerOf,
  type SiteContext,
  siteOf,
} from "../core/method";
import type { ServerUse } from "./shared-server";

/**
 * A share of a server as units of which there are few: its manufacturing, which is the same in all places; the watts and the
 * management of a place, which are the same for all servers. So the units are as many as shares and places, not as their pairs.
 *
 * @param useOn the same by the factors of another day
 * @returns null for a power below zero, which is not so many watts
 */
export function serverUnits(
  use: ServerUse,
  useOn: (factors: FactorReader) => ServerUse,
  context: SiteContext,
): readonly RateUnit[] | null {
  const { key, place, charged, relativePower, notes } = use;
  const load = { place, power: charged, relativePower };
  const ofReferenceHost = relativePowerOf(load, context.factors).range;
  if (charged.range.low < 0 || ofReferenceHost.low < 0) return null;
  const { ofAll, ofLoad } = notes ?? { ofAll: [], ofLoad: [] };
  const watts = (times: Range, said: readonly Said[]): RateUnit => ({
    ...{ key: `W ${place.name}`, times, notes: () => said },
    calculate: ({ factors, hours }) => footprintOf([equipmentWatt({ hours, site: siteOf(place, factors) })]),
  });
  return [
    {
      ...{ key: `manufacturing ${key}`, times: ONE, notes: () => ofAll },
      calculate: ({ factors, hours }) => {
        const lifespan = factors.value("lifespan.hardware");
        return footprintOf([equipmentManufacturing({ ...useOn(factors), hours, lifespan })]);
      },
    },
    // What is said of the load weighs what the CPUs draw.
    ...(ofLoad.length === 0
      ? [watts(charged.range, ofAll)]
      : [watts(chargedFor(use, isCpu), [...ofAll, ...ofLoad]), watts(chargedFor(use, isNoCpu), ofAll)]),
    {
      ...{ key: `base of a W ${place.name}`, times: charged.range },
      calculate: (own) => footprintOf(baseOfWatt(place, own)),
    },
    {
      ...{ key: `base of a host ${place.name}`, times: ofReferenceHost },
      notes: () => notesOnManagementOf(load, context),
      calculate: (own) => footprintOf(baseOfReferenceHost(place, own)),
    },
  ];
}

const ONE = exactly(1);
const isCpu = (powerDraw: PowerDraw): boolean => powerDraw === "cpu";
const isNoCpu = (powerDraw: PowerDraw): boolean => !isCpu(powerDraw);
