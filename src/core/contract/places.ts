import { type FactorValue, fromFactor, type Site, type Value } from "../domain";
import { DataReader, defineTable, optionalText, type RowOf, text } from "../factors";
import { DomainError } from "./errors";
import type { FactorReader } from "./factor-reader";
import { lookUp } from "./suggestions";

export const LOCALITIES = defineTable("localities", ["zone"], {
  zone: text(),
  region: text(),
  /** ISO 3166-1 alpha-2. */
  country: text(),
  datacentre: optionalText(),
  /** The zone whose electricity the servers that manage this zone's offers draw. */
  management_site: text(),
});

export type Zone = RowOf<typeof LOCALITIES>;

/** The zones and regions of the operator. */
export class Places {
  readonly regions: ReadonlyMap<string, readonly Zone[]>;

  constructor(readonly zones: ReadonlyMap<string, Zone>) {
    const regions = new Map<string, Zone[]>();
    for (const zone of zones.values()) regions.set(zone.region, [...(regions.get(zone.region) ?? []), zone]);
    this.regions = regions;
  }

  /** @throws DomainError UNKNOWN_ZONE with suggestions. */
  zone(name: string, field: string): Zone {
    return lookUp(this.zones, name, { code: "UNKNOWN_ZONE", what: "zone", field });
  }

  /** Zones of a region. @throws DomainError UNKNOWN_REGION with suggestions. */
  region(name: string, field: string): readonly Zone[] {
    return lookUp(this.regions, name, { code: "UNKNOWN_REGION", what: "region", field });
  }
}

export function checkManagementSites(reader: DataReader, zones: ReadonlyMap<string, Zone>): void {
  for (const zone of zones.values()) {
    if (!zones.has(zone.management_site)) {
      reader.report("localities.csv", `management_site of ${zone.zone}: no zone "${zone.management_site}"`);
    }
  }
}

/** Factors of a place, each with its source. */
export interface PlaceFactors {
  readonly pue: FactorValue;
  readonly wue: FactorValue | null;
  readonly electricity: FactorValue;
}

/**
 * @throws DomainError NOT_AVAILABLE_IN_LOCALITY where no PUE was published on the day:
 * the zone may be younger than the period.
 */
export function placeFactors(zone: Zone, factors: FactorReader): PlaceFactors {
  const wue = factors.find(`wue.${zone.zone}`);
  return {
    pue: inForce(factors, `pue.${zone.zone}`, zone),
    wue: wue === undefined ? null : fromFactor(wue),
    electricity: inForce(factors, `electricity.${zone.country}.gwp`, zone),
  };
}

/** A zone as a site that draws electricity. */
export function siteOf(zone: Zone, factors: FactorReader): Site {
  const { pue, wue, electricity } = placeFactors(zone, factors);
  const other = (criterion: string): Value => factors.value(`electricity.${zone.country}.${criterion}`);
  return { pue, wue, electricity: { gwp: electricity, adp: other("adp"), pe: other("pe") } };
}

function inForce(factors: FactorReader, series: string, zone: Zone): FactorValue {
  const factor = factors.find(series);
  if (factor !== undefined) return fromFactor(factor);
  const known = factors.vintagesOf(series).map((one) => one.validFrom);
  const from = known.length > 0 && known[0] ? ` The first known value is of ${known[0]}.` : "";
  throw new DomainError(
    "NOT_AVAILABLE_IN_LOCALITY",
    `No value of ${series} is known for ${zone.zone} on ${factors.day}.${from}`,
    { field: "during" },
  );
}
