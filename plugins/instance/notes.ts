import type { FactorReader } from "../../src/core/factors";
import type { AllocationRule, Place } from "../../src/core/method";
import type { HostBasis, HostModel } from "./host-model";

const BASIS_NOTES: Record<HostBasis, string> = {
  "operator-estimates":
    "Power and manufacturing of the host are derived from estimates that the operator published; the hardware model gives the proportions among its parts.",
  "average-power":
    "Power of the GPU host is an assumed average of the offer, shared by GPU: the operator publishes no figure. Manufacturing is by the hardware model.",
  "hardware-model":
    "Power and manufacturing of the host are by the hardware model: no estimate of the operator is known for this range.",
};

interface Circumstances {
  readonly rule: AllocationRule;
  /** Measured load [%], or null when none was given. */
  readonly load: number | null;
  readonly host: HostModel;
  readonly place: Place;
  readonly factors: FactorReader;
}

/** What a reader must know of an Instance's figures: defaults taken, assumptions, and what is unknown. */
export function notesOn({ rule, load, host, place, factors }: Circumstances): string[] {
  const notes = [BASIS_NOTES[host.basis]];
  const zone = place.name;
  const managedFrom = place.zones[0]?.management_site ?? zone;
  if (rule === "SUM_OF_SHARES") {
    notes.push(
      "SUM_OF_SHARES is not additive: Instances that fill a server can be charged up to three times the server.",
    );
  }
  if (host.basis === "average-power" && load !== null) {
    notes.push("cpuLoadPercent is not used: the power of a GPU offer is an average.");
  }
  if (host.basis !== "average-power" && load === null) {
    const { range } = factors.value("consumption.default-load");
    notes.push(`No CPU load was given: ${range.expected} % is taken.`);
  }
  if (host.relativePower === null) {
    notes.push(
      "Management servers and stock are charged by the Instance's power: no estimate of the operator shows its rule for this range.",
    );
  }
  if (factors.value(`management-it.${zone}.power`).factor.confidence === "ASSUMED") {
    notes.push(`The constant of management servers and stock is not known for ${zone}: it is assumed.`);
  }
  if (managedFrom !== zone) {
    notes.push(
      `The servers that manage the offers of ${zone} are taken to draw the electricity of ${managedFrom}.`,
    );
  }
  if (factors.find(`wue.${zone}`) === undefined) {
    notes.push(`No water usage effectiveness is published for ${zone}: water is unknown.`);
  }
  return notes;
}
