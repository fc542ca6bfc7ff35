import { join } from "node:path";
import { container } from "tsyringe";
import { loadCoreData } from "../../../src/core/engine";
import { DataReader, FactorReader } from "../../../src/core/factors";
import { type Place, type Zone } from "../../../src/core/method";
import { type Host, type InstanceCatalogue, type InstanceTypeEntry, loadCatalogue } from "../catalogue";
import {
  Derivation,
  deriveOverhead,
  type Estimate,
  type HostFacts,
  type Overhead,
  type ZoneConstants,
} from "./derive";
import { recordedBareMetal, recordedInstances } from "./evidence";

export const REFERENCE_HOST = "scw_pop2.base";
const BARE_METAL_ZONE = "fr-par-1";

/** Everything that the rows are derived from. */
export interface Inputs {
  readonly derivation: Derivation;
  readonly estimates: readonly Estimate[];
  readonly overhead: Overhead;
  readonly zones: readonly Zone[];
  readonly factors: FactorReader;
  /** First day of the recordings. */
  readonly recorded: string;
  readonly lifespanHours: number;
  readonly hostOf: (id: string) => Host;
  readonly constantsOf: (zone: string) => ZoneConstants;
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

  const recordings = recordedInstances(evidence);
  const recorded = recordings.map(({ recordedOn }) => recordedOn).sort()[0] as string;
  const factors = new FactorReader(book, recorded);
  const lifespanHours = expected(factors, "lifespan.hardware");
  const constantsOf = (zone: string): ZoneConstants => constants(core.places.zone(zone, "zone"), factors);
  const hostOf = (id: string): Host => hostNamed(catalogue, id);
  const estimates = recordings.map((one) => {
    const { vcpu, ram_gib, host } = (catalogue.types.get(one.type) as InstanceTypeEntry).row;
    return { ...one, host, vcpu, ramGib: ram_gib };
  });
  const bareMetal = recordedBareMetal(evidence).filter(({ zone }) => zone === BARE_METAL_ZONE);
  const known = { constants: constantsOf, host: (id: string) => factsOf(hostOf(id)) };
  return {
    derivation: new Derivation(estimates, known, REFERENCE_HOST),
    estimates,
    overhead: deriveOverhead(bareMetal, constantsOf(BARE_METAL_ZONE), lifespanHours),
    zones: [...core.places.zones.values()],
    factors,
    recorded,
    lifespanHours,
    hostOf,
    constantsOf,
  };
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
  const entry = [...catalogue.types.values()].find(({ host }) => host.row.id === id);
  if (entry === undefined) throw new Error(`no Instance type is served by the host ${id}`);
  return entry.host;
}
