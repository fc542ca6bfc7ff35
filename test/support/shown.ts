import { expectClose } from "./numbers";

const CRITERIA = ["kgCo2Equivalent", "m3WaterUsage", "kwhFinalEnergy", "kgSbEquivalent", "mjPrimaryEnergy"];
const TOTAL = `total { ${CRITERIA.join(" ")} }`;
const PLACE = "{ name pue { id value } wue { id value } electricity { id value } }";
const FACTORS = "dataQuality { factors { id value } }";
const RESOURCE = `resource { name locality ${PLACE} footprint { ${TOTAL} ${FACTORS} components { ...part } } }`;

/** Everything shown of a footprint, two levels of linked resources deep. */
export const OPENED = `{ ${TOTAL} ${FACTORS} components { ...component } }`;
/** The same, one level deep. */
export const SEEN = `{ ${TOTAL} ${FACTORS} components { ...seen } }`;
export const SEEN_FRAGMENT = `fragment seen on Component { name quantity footprint { ${TOTAL} } resource { name footprint { ${TOTAL} } } }`;
export const OPENED_PLACE = PLACE;
export const FRAGMENTS = `
  fragment part on Component { name quantity footprint { ${TOTAL} components { ...deep } } resource { name footprint { ${TOTAL} } } }
  fragment deep on Component { name quantity footprint { ${TOTAL} components { ...deeper } } resource { name footprint { ${TOTAL} } } }
  fragment deeper on Component { name quantity footprint { ${TOTAL} } resource { name footprint { ${TOTAL} } } }
  fragment component on Component { name quantity ${RESOURCE} footprint { ${TOTAL} components {
    name quantity ${RESOURCE} footprint { ${TOTAL} components { name quantity ${RESOURCE} footprint { ${TOTAL} components { ...part } } } } } } }`;

export type Total = Readonly<Record<string, number | null>>;
export interface Factor {
  readonly id: string;
  readonly value: number;
}
export interface Place {
  readonly name: string;
  readonly pue: Factor;
  readonly wue: Factor | null;
  readonly electricity: Factor;
}
export interface Opened {
  readonly total: Total;
  readonly dataQuality?: { readonly factors: readonly Factor[] };
  readonly components?: readonly OpenedComponent[];
}
export interface OpenedComponent {
  readonly name: string;
  readonly quantity: number;
  readonly resource?: { readonly name: string; readonly locality?: Place; readonly footprint: Opened } | null;
  readonly footprint: Opened;
}

export function expectSameTotal(actual: Total, expected: Total, times = 1): void {
  for (const criterion of CRITERIA) {
    const [a, b] = [actual[criterion], expected[criterion]];
    if (times === 0) expect([criterion, a]).toEqual([criterion, 0]);
    else if (typeof a !== "number" || typeof b !== "number") expect([criterion, a]).toEqual([criterion, b]);
    else expectClose(a, times * b, 1e-9);
  }
}

/** quantity × the resource is the component, at every depth; returns how many resources there were. */
export function expectResourcesToAddUp(footprint: Opened): number {
  let found = 0;
  for (const { quantity, resource, footprint: own } of footprint.components ?? []) {
    if (resource != null) {
      found++;
      expectSameTotal(own.total, resource.footprint.total, quantity);
      found += expectResourcesToAddUp(resource.footprint);
      if (resource.locality !== undefined) expectPlaceUsed(resource.locality, resource.footprint);
    }
    found += expectResourcesToAddUp(own);
  }
  return found;
}

/** The factors of a place are among those that a figure rests on; those of a region are means of some of them. */
export function expectPlaceUsed(place: Place, { dataQuality }: Opened): void {
  const used = new Map(dataQuality?.factors.map(({ id, value }) => [id, value]));
  for (const factor of [place.pue, place.wue, place.electricity]) {
    if (factor === null) continue;
    const { id, value } = factor;
    if (used.has(id)) expect(used.get(id)).toBe(value);
    else {
      const ofZones = [...used].filter(([other]) => other.startsWith(`${id.split("@")[0]}-`)).sort();
      // For a period over several vintages, the first one is shown.
      const first = new Map(ofZones.reverse().map(([other, one]) => [other.split("@")[0], one]));
      const means = [...first.values()];
      expect([id, means.length]).not.toEqual([id, 0]);
      expectClose(value, means.reduce((sum, one) => sum + one, 0) / means.length, 1e-12);
    }
  }
}
