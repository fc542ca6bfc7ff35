import { findNamed, lookUp } from "../../errors";
import {
  type DataReader,
  defineTable,
  OTHER_NAMES_COLUMNS,
  OtherNames,
  optionalText,
  type RowOf,
  requireNames,
  text,
} from "../../factors";

export const LOCALITIES = defineTable("localities", ["zone"], {
  zone: text(),
  region: text(),
  /** ISO 3166-1 alpha-2. */
  country: text(),
  datacentre: optionalText(),
  /** The zone whose electricity the servers that manage this zone's offers draw. */
  management_site: text(),
});

/** Zones as price lists and availability pages write them, for example PAR1. */
export const PLACE_NAMES = defineTable("place-names", ["other_name"], OTHER_NAMES_COLUMNS);

export type Zone = RowOf<typeof LOCALITIES>;

/** Where a resource runs: a zone, or all zones of a region for regional products. */
export interface Place {
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly zones: readonly Zone[];
}

/** The zones and regions of the operator. */
export class Places {
  private readonly zonePlaces: ReadonlyMap<string, Place>;
  private readonly regionPlaces: ReadonlyMap<string, Place>;

  constructor(
    readonly zones: ReadonlyMap<string, Zone>,
    private readonly others = OtherNames.NONE,
  ) {
    const all = [...zones.values()];
    this.zonePlaces = new Map(all.map((zone) => [zone.zone, placeOf(zone.zone, [zone])]));
    const regions = [...new Set(all.map(({ region }) => region))];
    this.regionPlaces = new Map(
      regions.map((region) => [
        region,
        placeOf(
          region,
          all.filter((zone) => zone.region === region),
        ),
      ]),
    );
  }

  /** @throws DomainError UNKNOWN_ZONE with suggestions. */
  zone(name: string, field: string): Place {
    return lookUp(this.zonePlaces, name, {
      code: "UNKNOWN_ZONE",
      what: "zone",
      field,
      others: this.others,
    });
  }

  /** @throws DomainError UNKNOWN_REGION with suggestions. */
  region(name: string, field: string): Place {
    return lookUp(this.regionPlaces, name, { code: "UNKNOWN_REGION", what: "region", field });
  }

  /** A zone or a region, whichever has the name. @throws DomainError UNKNOWN_ZONE with suggestions. */
  named(name: string, field: string): Place {
    return findNamed(this.regionPlaces, name) ?? this.zone(name, field);
  }
}

export function checkManagementSites(reader: DataReader, zones: ReadonlyMap<string, Zone>): void {
  requireNames(reader, zones.values(), "management_site", { what: "zone", names: zones.keys() });
}

function placeOf(name: string, zones: readonly Zone[]): Place {
  const { region, country } = zones[0] as Zone;
  return { name, region, country, zones };
}
