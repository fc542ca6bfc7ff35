import { FactorBook } from "../../src/core/factors";
import { type Factor, fromFactor, input, range, type Value } from "../../src/core/formulas";
import { type ServerHardware } from "../../src/core/method";

type Vintage = Pick<Factor, "series"> & Partial<Factor> & { readonly value?: number };

/** A factor with defaults for what a test does not need. */
export function factor({ value = 1, ...given }: Vintage): Factor {
  return {
    name: given.series,
    range: range(value, value, value),
    unit: "-",
    confidence: "PUBLISHED",
    source: "a test",
    url: null,
    validFrom: null,
    validTo: null,
    note: null,
    ...given,
  };
}

/** A reader of the given factors; any other series is an error. */
export function factorSource(values: Readonly<Record<string, number>>): (series: string) => Value {
  const book = new FactorBook(Object.entries(values).map(([series, value]) => factor({ series, value })));
  return (series) => {
    const found = book.find(series, "2026-11-23");
    if (found === undefined) throw new Error(`the test gives no ${series}`);
    return fromFactor(found);
  };
}

interface Figures {
  readonly cpus: number;
  readonly dieMm2: number;
  readonly tdpW: number;
  readonly ramModules: number;
  readonly moduleGib: number;
  readonly ssds: number;
  readonly ssdGb: number;
  readonly hdds: number;
  readonly hddGb: number;
  readonly gpus: { readonly units: number; readonly model: string } | null;
  readonly powerSupplies: number;
}

/** The host of POP2: two EPYC 7543, 16 × 32 GiB, two disks, two power supplies. */
const POP2_HOST: Figures = {
  cpus: 2,
  dieMm2: 1064,
  tdpW: 225,
  ramModules: 16,
  moduleGib: 32,
  ssds: 2,
  ssdGb: 234,
  hdds: 0,
  hddGb: 0,
  gpus: null,
  powerSupplies: 2,
};

/** The POP2 host, with the changes of a test. */
export function hardware(changed: Partial<Figures> = {}): ServerHardware {
  const one = { ...POP2_HOST, ...changed };
  return {
    cpu: { units: input(one.cpus, "-"), dieMm2: input(one.dieMm2, "mm2"), tdpW: input(one.tdpW, "W") },
    ram: { modules: input(one.ramModules, "-"), moduleGib: input(one.moduleGib, "GiB") },
    ssd: { units: input(one.ssds, "-"), gb: input(one.ssdGb, "GB") },
    hdd: { units: input(one.hdds, "-"), gb: input(one.hddGb, "GB") },
    gpu:
      one.gpus === null
        ? null
        : { units: input(one.gpus.units, "-"), model: one.gpus.model, tdpW: input(700, "W"), form: "SXM" },
    powerSupplies: input(one.powerSupplies, "-"),
  };
}
