import type { FactorReader } from "../../factors";
import { type Component, HEADLINE, type Said } from "../../footprint";
import {
  type Calculation,
  defineFormula,
  type Factor,
  type FactorValue,
  factorsOf,
  formulaOfText,
  fromFactor,
  input,
  isCalculation,
  isFactorValue,
  type Value,
} from "../../formulas";
import { type Site } from "../life-cycle";
import { byCriterion, seriesOf } from "../per-criterion";
import { commonBase, type Management, managedBase, poweredBase } from "./common-base";
import type { Place, Places } from "./places";
import { notesOnCharge, notesOnManagement } from "./site-notes";

/** What the common base of a resource is computed with: for how long, by which factors, among which places. */
export interface SiteContext {
  /** Duration of use [h]. */
  readonly hours: Value;
  readonly factors: FactorReader;
  readonly places: Places;
}

/** A resource that draws a power, at a place. */
export interface LoadOfPlace {
  /** IT power charged to it [W]. */
  readonly power: Calculation;
  readonly place: Place;
  /** Power of its host divided by that of the reference host, if the operator's estimates determine it [-]. */
  readonly relativePower?: Value | null;
}

/** The hour of which rates are, and over which other products are computed: one for all, so that they share results. */
export const ONE_HOUR = input(1, "h");

/** Factors that describe a place on a day, each with its source; those of a region are means over its zones. */
export interface PlaceFactors {
  readonly pue: Value;
  readonly wue: Value | null;
  readonly electricity: FactorValue;
}

/**
 * PUE and WUE of the place and electricity of its country.
 * A region has the mean of its zones, and a WUE only when each of them has one.
 *
 * @throws NotYetKnown where no PUE is known for the day: before all vintages, or a zone that is younger than the period.
 */
export function placeFactors(place: Place, factors: FactorReader): PlaceFactors {
  const wues = place.zones.map(({ zone }) => factors.find(`wue.${zone}`));
  const knownWues = wues.flatMap((wue) => (wue === undefined ? [] : [fromFactor(wue)]));
  return {
    pue: mean(
      "PUE",
      "-",
      place.zones.map(({ zone }) => factors.value(`pue.${zone}`, zone)),
    ),
    wue: knownWues.length < wues.length ? null : mean("WUE", "L/kWh", knownWues),
    electricity: factors.value(seriesOf(`electricity.${place.country}`, HEADLINE), place.zones[0]?.zone),
  };
}

/** The place as a site that draws electricity. */
export function siteOf(place: Place, factors: FactorReader): Site {
  return factors.derived(place, "site", (own) => computeSite(place, own));
}

function computeSite(place: Place, factors: FactorReader): Site {
  const { pue, wue, electricity } = placeFactors(place, factors);
  const of = `electricity.${place.country}`;
  return {
    pue,
    wue,
    electricity: byCriterion((criterion) =>
      criterion === HEADLINE ? electricity : factors.value(seriesOf(of, criterion)),
    ),
  };
}

/** What manages the offers of the place; for a region, the mean over its zones. */
export function managementOf(place: Place, { factors, places }: SiteContext): Management {
  return factors.derived(place, "management", (own) => computeManagement(place, own, places));
}

function computeManagement(place: Place, factors: FactorReader, places: Places): Management {
  const of = (what: string): Value[] =>
    place.zones.map(({ zone }) => factors.value(`management-it.${zone}.${what}`));
  const sites = new Set(place.zones.map((zone) => zone.management_site));
  const own = place.zones.every((zone) => zone.management_site === zone.zone);
  const site = own || sites.size > 1 ? place : places.zone([...sites][0] as string, "zone");
  return {
    power: mean("P_zone", "W", of("power")),
    manufacturing: mean("I_zone", "kgCO2e", of("manufacturing")),
    site: withOwnWater(siteOf(site, factors), place, factors),
    notes: place.zones.flatMap((zone) => notesOnManagement(zone, factors)),
  };
}

/** Where the operator's estimates tell the water of a zone's management servers, they draw elsewhere than at their site too. */
function withOwnWater(site: Site, { zones }: Place, factors: FactorReader): Site {
  const own = zones.map(({ zone }) => factors.find(`management-it.${zone}.wue`));
  if (own.every((wue) => wue === undefined)) return site;
  const all = own.map((wue, index) => wue ?? factors.find(`wue.${zones[index]?.management_site}`));
  const known = all.flatMap((wue) => (wue === undefined ? [] : [fromFactor(wue)]));
  return { ...site, wue: known.length < all.length ? null : mean("WUE", "L/kWh", known) };
}

const RELATIVE_POWER = defineFormula({
  symbol: "k",
  label: "Power charged, over the power of the reference host",
  unit: "-",
  expression: "P_eq / P_ref",
});

/**
 * What a resource with a given power is charged besides its equipment, in a place.
 * `relativePower` is the host's over the reference host's where the operator's estimates tell it;
 * without it, management servers and stock are charged by the power of the resource.
 */
export function baseOf(load: LoadOfPlace, context: SiteContext): Component[] {
  const { factors, hours } = context;
  const { place, power } = load;
  const management = { ...managementOf(place, context), notes: notesOnManagementOf(load, context) };
  return commonBase(
    {
      ...{ power, hours, relativePower: relativePowerOf(load, factors) },
      ...{ site: siteOf(place, factors), management },
    },
    (series) => factors.value(series),
  );
}

/** The power of the host of a resource over that of the reference host [-]: by the operator's estimates, or else by the power charged. */
export function relativePowerOf({ power, relativePower }: LoadOfPlace, factors: FactorReader): Value {
  return relativePower ?? RELATIVE_POWER.apply({ P_eq: power, P_ref: factors.value("reference-host.power") });
}

/** What is said of management servers and stock, and of how a resource is charged with them. */
export function notesOnManagementOf(
  { place, relativePower = null }: Omit<LoadOfPlace, "power">,
  context: SiteContext,
): readonly Said[] {
  const { power, notes = [] } = managementOf(place, context);
  return [...notesOnCharge(place, power, relativePower), ...notes];
}

/** What of the common base each watt charged carries at a place. */
export function baseOfWatt(place: Place, { factors, hours }: SiteContext): Component[] {
  const watt = { power: input(1, "W"), hours, site: siteOf(place, factors) };
  return poweredBase(watt, (series) => factors.value(series));
}

/** What of the common base a resource of the reference host carries at a place; {@link notesOnManagementOf} says the rest. */
export function baseOfReferenceHost(place: Place, context: SiteContext): Component[] {
  const { factors, hours } = context;
  const one = {
    relativePower: input(1, "-"),
    hours,
    management: { ...managementOf(place, context), notes: [] },
  };
  return managedBase(one, (series) => factors.value(series));
}

/** A value of a place as one factor: its own, or for a region a derived one that names the zones. */
export function asFactor(value: Value, series: string, place: Place): Factor {
  if (isFactorValue(value)) return value.factor;
  const ofZones = isCalculation(value) ? [...factorsOf([value]).values()] : [];
  const begins = ofZones.flatMap(({ validFrom }) => validFrom ?? []).sort();
  const ends = ofZones.flatMap(({ validTo }) => validTo ?? []).sort();
  return {
    series,
    name: `Mean over the zones of ${place.name}`,
    range: value.range,
    unit: value.unit,
    confidence: "DERIVED",
    source: `Mean of ${place.zones.map(({ zone }) => zone).join(", ")}: the method's rule for regional products`,
    url: null,
    // It changes whenever the value of one of the zones does, and is another vintage then.
    validFrom: begins.at(-1) ?? null,
    validTo: ends[0] ?? null,
    note: null,
  };
}

/** The value itself when there is one, otherwise the mean as a calculation. */
function mean(symbol: string, unit: string, values: readonly Value[]): Value {
  if (values.length === 1) return values[0] as Value;
  const names = values.map((_, index) => `${symbol}_${index + 1}`);
  const expression = `(${names.join(" + ")}) / ${values.length}`;
  const terms = names.map((name, index) => [name, values[index] as Value] as const);
  const label = "Mean over the zones of the region";
  return formulaOfText({ symbol, label, unit, expression }).apply(Object.fromEntries(terms));
}
