import { type FactorReader } from "../factors";
import { assumption, isAssumed, taken } from "../footprint";
import { type FactorValue } from "../formulas";
import { type Equipment } from "./hardware";

/** What a reader must know of a pool of storage servers, and of the load of their CPUs. */
export function notesOnPool(
  { servers, series }: { readonly servers: FactorValue; readonly series: string },
  factors: FactorReader,
): Required<Equipment>["notes"] {
  const density = factors.value(`${series}.density`).factor;
  const diskPower = factors.value(`${series}.disk-power`).factor;
  const rests = { "servers and disks": servers.factor, capacity: density, "power of drives": diskPower };
  const assumed = Object.entries(rests).flatMap(([what, factor]) => (isAssumed(factor) ? [what] : []));
  const load = factors.value("consumption.default-load").range.expected;
  return {
    ofAll: assumption(`${assumed.join(", ")} of the storage pool`, Object.values(rests)),
    ofLoad: [taken(`The CPU load of the storage servers is not published: ${load} % is taken.`, "use")],
  };
}
