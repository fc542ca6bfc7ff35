import type { FactorReader } from "../../src/core/factors";
import { input, type Value } from "../../src/core/formulas";
import { type AllocationRule, chargedPower, type Place } from "../../src/core/method";
import type { ServerUse } from "../../src/product";
import type { InstanceTypeEntry } from "./catalogue";
import { modelHost } from "./host-model";
import { hostOn } from "./host-moves";
import { notesOnServer } from "./notes";
import { notesOnPrinted } from "./printed-figures";
import { sharesOf } from "./shares";

interface CheckedInstance {
  readonly type: InstanceTypeEntry;
  readonly zone: Place;
  readonly allocationRule: AllocationRule;
  /** [%], null when none was given. */
  readonly cpuLoadPercent: number | null;
  /** Share of time in which its GPUs work [%], null when none was given. */
  readonly gpuLoadPercent: number | null;
}

/** The share of its host that an Instance has. Source: method section on Instances. */
export function useOfHost(
  { type, zone, allocationRule: rule, cpuLoadPercent, gpuLoadPercent }: CheckedInstance,
  factors: FactorReader,
): ServerUse {
  const share = factors.derived(type, rule, (own) => shareOf(type, rule, own));
  const load = share.isGpu ? gpuLoadPercent : cpuLoadPercent;
  // Loads are as many as there are machines: to cache each would evict what is needed again.
  const { power, charged } =
    load === null
      ? factors.derived(share, "power", (own) => powerAt(own.value(share.defaultLoad), share, own))
      : powerAt(input(load, "%"), share, factors);
  const { key, shares, host, notesGiven } = share;
  const { manufacturing, relativePower } = host;
  const ofServer = notesGiven[cpuLoadPercent === null ? 0 : 1][gpuLoadPercent === null ? 0 : 1];
  const ofPrinted = notesOnPrinted(type.printed, zone.name, factors);
  const notes = ofPrinted.length === 0 ? ofServer : { ...ofServer, ofAll: [...ofPrinted, ...ofServer.ofAll] };
  return { key, place: zone, shares, power, charged, manufacturing, relativePower, notes };
}

type ShareOfHost = ReturnType<typeof shareOf>;

/** What of the share is the same in all zones and at all loads. */
function shareOf(type: InstanceTypeEntry, rule: AllocationRule, factors: FactorReader) {
  const server = hostOn(type, factors);
  const host = factors.derived(server, "host", (own) => modelHost(server, own));
  const isGpu = host.basis === "gpu-load";
  const notes = (cpu: boolean, gpu: boolean) => notesOnServer({ rule, given: { cpu, gpu }, host, factors });
  return {
    key: `${type.row.name} ${rule}`,
    host,
    isGpu,
    defaultLoad: isGpu ? "consumption.gpu.default-load" : "consumption.default-load",
    shares: sharesOf(rule, { host: server, reservation: type.reservation }, host.bottomUp, host.ramWeights),
    /** By whether a load of CPUs was given, and one of GPUs. */
    notesGiven: [
      [notes(false, false), notes(false, true)],
      [notes(true, false), notes(true, true)],
    ] as const,
  };
}

function powerAt(percent: Value, { host, shares }: ShareOfHost, factors: FactorReader) {
  const power = host.powerAt(percent, (series) => factors.value(series));
  return { power, charged: chargedPower({ power, shares }) };
}
