import { join } from "node:path";
import { container } from "tsyringe";
import { loadCoreData } from "../../../src/core/engine";
import { DataReader, FactorReader } from "../../../src/core/factors";
import { getOrInsert } from "../../../src/core/helpers";
import { type Place, type Zone } from "../../../src/core/method";
import { type Host, type InstanceCatalogue, loadCatalogue } from "../catalogue";
import { hostOn } from "../host-moves";
import { Derivation } from "./derive";
import { recordedBareMetal, recordedInstances } from "./evidence";
import { type Estimate, type HostFacts, type ZoneConstants } from "./figures";
import { deriveOverhead, type Overhead, type RecordedShare, sharedEnergyOf } from "./overhead";

export const REFERENCE_HOST = "scw_pop2.base";
const BARE_METAL_ZONE = "fr-par-1";

/** Everything that the rows are derived from. */
export interface Inputs {
  readonly derivation: Derivation;
  readonly estimates: readonly Estimate[];
  readonly overhead: Overhead;
  /** Day of the estimates of bare metal. */
  readonly overheadRecorded: string;
  /** Shared energy over the energy of a bare-metal server on each day of a recording, oldest first. */
  readonly sharedEnergy: readonly RecordedShare[];
  readonly zones: readonly Zone[];
  /** Factors on the last day of the recordings. */
  readonly factors: FactorReader;
  readonly lifespanHours: number;
  readonly hostOf: (id: string) => Host;
  readonly constantsOf: (zone: string, day: string) => ZoneConstants;
}

/** Reads data and evidence of a checkout and solves for hosts and zones. */
export function readInputs(root: string): Inputs {
  const reader = new DataReader(null);
  const core = loadCoreData(reader, join(root, "src/core/factors/data"));
  const scope = container.createChildContainer();
  const catalogue = loadCatalogue(
    { reader, ...core, scope },
    { owner: "instance", path: join(root, "plugins/instance/data") },
  );
  const book = reader.finish();
  const evidence = join(root, "plugins/instance/calibration");

  const factorsOn = byKey((day) => FactorReader.of(book, day));
  const zonesOn = byKey((day) => byKey((zone) => constants(core.places.zone(zone, "zone"), factorsOn(day))));
  const constantsOf = (zone: string, day: string): ZoneConstants => zonesOn(day)(zone);
  const hostOf = (id: string): Host => hostNamed(catalogue, id);
  const estimates = recordedInstances(evidence).map((one) => {
    const type = catalogue.types.get(one.type);
    if (type === undefined) throw new Error(`recorded-estimates.csv: no row of types.csv is ${one.type}`);
    const { vcpu, ram_gib } = type.row;
    return { ...one, host: hostOn(type, factorsOn(one.recordedOn)).row.id, vcpu, ramGib: ram_gib };
  });
  const bareMetal = recordedBareMetal(evidence).filter(({ zone }) => zone === BARE_METAL_ZONE);
  const overheadRecorded = lastOf(bareMetal);
  const factors = factorsOn(lastOf(estimates));
  const lifespanHours = expected(factors, "lifespan.hardware");
  const known = { constants: constantsOf, host: (id: string) => factsOf(hostOf(id)) };
  return {
    derivation: new Derivation(estimates, known, REFERENCE_HOST),
    estimates,
    overhead: deriveOverhead(
      bareMetal.filter(({ recordedOn }) => recordedOn === overheadRecorded),
      constantsOf(BARE_METAL_ZONE, overheadRecorded),
      lifespanHours,
    ),
    overheadRecorded,
    sharedEnergy: sharedEnergyOf(bareMetal, (day) => constantsOf(BARE_METAL_ZONE, day)),
    zones: [...core.places.zones.values()],
    factors,
    lifespanHours,
    hostOf,
    constantsOf,
  };
}

/** A function of a key that makes the value of each once. */
function byKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => getOrInsert(made, key, () => make(key));
}

function lastOf(recordings: readonly { readonly recordedOn: string }[]): string {
  return recordings
    .map(({ recordedOn }) => recordedOn)
    .sort()
    .at(-1) as string;
}

export function expected(factors: FactorReader, series: string): number {
  return factors.value(series).range.expected;
}

export function factsOf({ row }: Host): HostFacts {
  return { cpuModel: row.cpu_model, threads: row.threads, ramGib: row.ram_modules * row.ram_module_gib };
}

function constants(place: Place, factors: FactorReader): ZoneConstants {
  return {
    kgPerKwh: expected(factors, `pue.${place.name}`) * expected(factors, `electricity.${place.country}.gwp`),
    wue: factors.find(`wue.${place.name}`)?.range.expected ?? null,
  };
}

function hostNamed(catalogue: InstanceCatalogue, id: string): Host {
  const host = catalogue.hosts.get(id);
  if (host === undefined) throw new Error(`no row of hosts.csv is the host ${id}`);
  return host;
}
