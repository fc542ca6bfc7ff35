import { join } from "node:path";
import { loadCoreData } from "../../src/core/engine";
import { DataReader } from "../../src/core/factors";
import { fromFactor, type Value } from "../../src/core/formulas";
import {
  FACTOR_CRITERIA,
  manufactureParts,
  manufactureTotal,
  type PartKind,
  unitOf,
} from "../../src/core/method";
import { hardware } from "../support/factors";

const reader = new DataReader(null);
const core = loadCoreData(reader, join(__dirname, "../../src/core/factors/data"));
const book = reader.finish();

/** The published factors, so that the figures below are those that are served. */
function published(series: string): Value {
  const found = book.find(series, "2026-11-23");
  if (found === undefined) throw new Error(`no factor ${series}`);
  return fromFactor(found);
}

function kg(part: PartKind, changed: Parameters<typeof hardware>[0] = {}): number | undefined {
  return manufactureParts(hardware(changed), "kgCo2Equivalent", published).get(part)?.range.expected;
}

describe("manufacturing of the parts of a server [kgCO2e]", () => {
  // Each figure is worked by hand from the printed factors of the hardware model.
  it.each<[PartKind, string, Parameters<typeof hardware>[0], number]>([
    // 9.14 + 0.0197 × 1064 = 9.14 + 20.9608 = 30.1008
    ["CPU", "one EPYC 7543", { cpus: 1 }, 30.1008],
    // 2 × 30.1008
    ["CPU", "two EPYC 7543", {}, 60.2016],
    // 32 / 1.38 × 2.2 + 5.22 = 51.014493 + 5.22 = 56.234493
    ["RAM", "one module of 32 GiB", { ramModules: 1 }, 56.234493],
    // 16 × 56.234493
    ["RAM", "16 modules of 32 GiB", {}, 899.751884],
    // 234 / 48.5 × 2.2 + 6.34 = 10.614433 + 6.34 = 16.954433
    ["STORAGE", "one SSD of 234 GB", { ssds: 1 }, 16.954433],
    // 2 × 16.954433
    ["STORAGE", "two SSDs of 234 GB", {}, 33.908866],
    // 3 × 31.11
    ["STORAGE", "three HDDs", { ssds: 0, hdds: 3 }, 93.33],
    // 33.908866 + 93.33
    ["STORAGE", "two SSDs and three HDDs", { hdds: 3 }, 127.238866],
    // 8 × 164: an HGX baseboard of eight is 1312
    ["GPU", "eight H100 SXM", { gpus: { units: 8, model: "NVIDIA H100 SXM 80GB" } }, 1312],
    // 2 × 2.99 kg × 24.3 kgCO2e/kg = 145.314
    ["POWER_SUPPLY", "two power supplies", {}, 145.314],
    ["MOTHERBOARD", "its board", {}, 66.1],
    ["CASE", "its case", {}, 150],
    ["ASSEMBLY", "its assembly", {}, 6.68],
  ])("%s: %s", (part, _what, changed, expected) => {
    expect(kg(part, changed)).toBeCloseTo(expected, 5);
  });

  it("counts power supplies by a mass that is not zero", () => {
    const mass = published("hardware.power-supply.mass");

    expect(mass.unit).toBe("kg");
    expect(mass.range.low).toBeGreaterThan(0);
    expect(kg("POWER_SUPPLY", { powerSupplies: 1 })).toBeCloseTo(72.657, 6);
  });

  it("has the die area that the figures above are worked with", () => {
    expect(core.hardware.cpus.get("AMD EPYC 7543")).toMatchObject({ die_mm2: 1064, tdp_w: 225 });
  });

  it("has no part for what the server does not have", () => {
    expect(kg("STORAGE", { ssds: 0 })).toBeUndefined();
    expect(kg("GPU")).toBeUndefined();
    expect([...manufactureParts(hardware({ ssds: 0 }), "kgCo2Equivalent", published).keys()]).toEqual([
      "CPU",
      "RAM",
      "MOTHERBOARD",
      "POWER_SUPPLY",
      "CASE",
      "ASSEMBLY",
    ]);
  });

  it("adds the parts to the server", () => {
    const total = manufactureTotal(
      manufactureParts(hardware(), "kgCo2Equivalent", published),
      "kgCo2Equivalent",
    );

    // 60.2016 + 899.751884 + 33.908866 + 66.1 + 145.314 + 150 + 6.68
    expect(total.range.expected).toBeCloseTo(1361.95635, 5);
    expect(total.unit).toBe("kgCO2e");
  });

  it("is uncertain by its factors: die 0.01576 to 0.02364, package 7.312 to 10.968", () => {
    const { range } = manufactureParts(hardware({ cpus: 1 }), "kgCo2Equivalent", published).get("CPU") ?? {};

    // 7.312 + 0.01576 × 1064 and 10.968 + 0.02364 × 1064
    expect(range?.low).toBeCloseTo(24.08064, 8);
    expect(range?.high).toBeCloseTo(36.12096, 8);
  });

  it("is higher where memory packs less on a die", () => {
    const { range } =
      manufactureParts(hardware({ ramModules: 1 }), "kgCo2Equivalent", published).get("RAM") ?? {};

    // 32 / 2.4 × 1.76 + 4.176 and 32 / 0.7 × 2.64 + 6.264
    expect(range?.low).toBeCloseTo(27.642667, 5);
    expect(range?.high).toBeCloseTo(126.949714, 5);
  });
});

describe("the other criteria", () => {
  it("have the same parts, in their own units", () => {
    const everything = hardware({ hdds: 1, gpus: { units: 1, model: "NVIDIA L4" } });
    const [gwp, ...others] = FACTOR_CRITERIA.map((one) => manufactureParts(everything, one, published));
    for (const other of others) expect([...other.keys()]).toEqual([...(gwp?.keys() ?? [])]);

    for (const criterion of FACTOR_CRITERIA) {
      for (const part of manufactureParts(everything, criterion, published).values()) {
        expect(part.unit).toBe(unitOf(criterion));
        expect(part.range.expected).toBeGreaterThan(0);
      }
    }
  });

  it("follow the same formula: an EPYC 7543 needs 156 + 0.265 × 1064 MJ", () => {
    const cpu = manufactureParts(hardware({ cpus: 1 }), "mjPrimaryEnergy", published).get("CPU");

    expect(cpu?.range.expected).toBeCloseTo(437.96, 8);
  });
});
