import { type FactorReader } from "../../factors";
import {
  assumption,
  fact,
  isAssumed,
  type Remark,
  remark,
  type Sentence,
  type Stage,
  type Trusted,
  taken,
} from "../../footprint";
import { type Factor, type Value } from "../../formulas";
import type { Place, Zone } from "./places";

const WITHOUT_WATER: Sentence = {
  text: "No water usage effectiveness is published for {}: water is unknown.",
  place: "unknown",
  unknown: "m3WaterUsage",
};
/** Said where it is much of the figure, as on small resources: on large ones it is with its component. */
const CHARGED_WHOLE: Sentence = {
  text: "Management servers and stock are charged whole to each Instance, however small ({}): {%} of this figure.",
  place: "weighed",
  isTaken: true,
  hasRanges: true,
  leastShare: 0.1,
};
const BY_POWER = taken(
  "Management servers and stock are charged by power: no estimate of the operator shows its rule here.",
);

const RECORDED: Sentence = {
  text: "Management servers and stock rest on the operator's estimates recorded on {}.",
  place: "dates",
  hasDays: true,
  isTaken: true,
};

const BEFORE_PUBLISHED: Sentence = {
  text: "Nothing is published of {}: PUE, WUE and electricity of these days are the first that are known, in a range that holds all later ones.",
  place: "dates",
};

/** Told where it is at least so many times what is charged here. */
const TIMES_TOLD = 2;
const SHARED_ENERGY: Sentence = {
  text: "On bare metal the operator charged network and enterprise servers with {}.",
  place: "dates",
};

/** What a reader must know of every figure at a place. */
export function notesOnPlace(place: Place, factors: FactorReader): readonly Remark[] {
  return factors.derived(place, "notes", (own) => place.zones.flatMap((zone) => notesOnZone(zone, own)));
}

function notesOnZone({ zone }: Zone, factors: FactorReader): Remark[] {
  const [pue, wue] = [factors.find(`pue.${zone}`), factors.find(`wue.${zone}`)];
  const published = pue === undefined ? null : publishedOn(pue);
  if (published !== null) {
    const before = remark(BEFORE_PUBLISHED, `${zone} before ${published}`);
    return wue === undefined ? [before, remark(WITHOUT_WATER, zone)] : [before];
  }
  return [
    ...(pue === undefined ? [] : assumption(`the PUE of ${zone}`, [pue], "use")),
    ...(wue === undefined ? [remark(WITHOUT_WATER, zone)] : assumption(`the WUE of ${zone}`, [wue], "use")),
  ];
}

/** The day until which an assumption is used for lack of a published value; null if it is not an assumption. */
function publishedOn({ confidence, validTo }: Pick<Factor, "confidence" | "validTo">): string | null {
  return confidence === "ASSUMED" ? validTo : null;
}

/** What a reader must know of the servers that manage the offers of a zone, and of the stock. */
export function notesOnManagement(zone: Zone, factors: FactorReader): Remark[] {
  const of = (what: string) => factors.value(`management-it.${zone.zone}.${what}`).factor;
  return [
    ...notesOnConstant(zone.zone, of("power"), of("manufacturing")),
    ...notesOnEvidence(of("power")),
    ...notesOnSharedEnergy(factors),
    ...notesOnSite(zone),
  ];
}

/** Of which day the evidence is: a zone that was not recorded on a day is known from another day and the other zones. */
function notesOnEvidence({ recorded, validFrom, validTo: until }: Factor): Remark[] {
  if (recorded === undefined) return [];
  if (until !== null && until <= recorded) return [remark(RECORDED, `${recorded}, after these days`)];
  const isOwn = validFrom === null || validFrom === recorded;
  const others = isOwn ? "" : ` and ${recorded < validFrom ? "later" : "earlier"} in other zones`;
  return [{ ...remark(RECORDED, `${recorded}${others}`), evidence: { recordedOn: recorded, until } }];
}

/** What is charged by power is that of one recording on all days; what another one tells beyond is in the constant of the zone. */
function notesOnSharedEnergy(factors: FactorReader): Remark[] {
  const recorded = factors.find("bare-metal.shared-energy")?.range.expected;
  if (recorded === undefined) return [];
  const watts = (series: string): number => factors.value(series).range.expected;
  const charged = (watts("network.power") + watts("enterprise-it.power")) / watts("site.it-power");
  if (recorded < TIMES_TOLD * charged) return [];
  const share = (of: number): string => `${Number((100 * of).toPrecision(2))} %`;
  return [
    remark(
      SHARED_ENERGY,
      `${share(recorded)} of a server's energy on these days, where ${share(charged)} is charged by power: the rest is in what management servers are charged with`,
    ),
  ];
}

/** How they are charged: by a power, or whole to each Instance of a host, which weighs most on small ones. */
export function notesOnCharge(place: Place, power: Value, relativePower: Value | null): Remark[] {
  if (relativePower === null) return [BY_POWER];
  const watts = power.range.expected * relativePower.range.expected;
  return [remark(CHARGED_WHOLE, `${Number(watts.toPrecision(4))} W in ${place.name}`)];
}

function notesOnConstant(zone: string, power: Trusted, manufacturing: Trusted): Remark[] {
  const says = (what: string, restsOn: Trusted, of?: Stage): Remark[] =>
    assumption(`${what} of management servers and stock in ${zone}`, [restsOn], of);
  if (isAssumed(power) && isAssumed(manufacturing)) return says("the constant", power);
  return [
    ...says("the electricity", power, "use"),
    ...says("the manufacturing", manufacturing, "manufacturing"),
  ];
}

function notesOnSite({ zone, management_site: site, confidence }: Zone): Remark[] {
  if (site === zone) return [];
  const draw = (verb: string): string =>
    `The servers that manage the offers of ${zone} ${verb} the electricity of ${site}.`;
  return [confidence === "PUBLISHED" ? fact(draw("draw"), "use") : taken(draw("are taken to draw"), "use")];
}
