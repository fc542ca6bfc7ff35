import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { DataError } from "../../src/core/factors";

const FACTORS = "id,name,value,low,high,unit,confidence,valid_from,valid_to,source,url,recorded,note";
const ZONES = "zone,region,country,datacentre,management_site,confidence,valid_from,valid_to,source,url,note";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "footprint-overlay-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, header: string, ...rows: string[]): void {
  const path = join(folder, file);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, `${[header, ...rows].join("\n")}\n`);
}

const row = (id: string, value: number, unit: string): string =>
  `${id},As measured,${value},${value},${value},${unit},ASSUMED,,,Own measurement,,,`;

function problems(): string[] {
  try {
    composeEstimates({ dataOverlay: folder });
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ problem }) => problem);
    throw error;
  }
  return [];
}

describe("an operator's row that no figure can be", () => {
  const refused = (): object[] => {
    try {
      composeEstimates({ dataOverlay: folder });
    } catch (error) {
      if (error instanceof DataError)
        return error.problems.map(({ file, row: of, column }) => ({ file, row: of, column }));
      throw error;
    }
    return [];
  };

  it.each([
    ["blockVolume/block-pool.csv", "block-storage.redundancy.volume", 0, "-", "low"],
    ["blockVolume/block-pool.csv", "block-storage.redundancy.volume", 1e308, "-", "high"],
    ["blockVolume/block-pool.csv", "block-pool.sbs-5k.density", 0, "-", "low"],
    ["objectBucket/object-pool.csv", "object-storage.usable", 0, "-", "low"],
    ["objectBucket/object-pool.csv", "object-storage.usable", 1.1, "-", "high"],
    ["kubernetesCluster/kubernetes-counts.csv", "kubernetes.kapsule.clusters", 0, "-", "low"],
    ["loadBalancer/load-balancer-counts.csv", "load-balancer.control-plane.load-balancers", 0, "-", "low"],
    ["loadBalancer/load-balancer-counts.csv", "load-balancer.LB-S.instances", -1, "-", "low"],
    ["dedicatedDeployment/dedicated-platform-shares.csv", "dedicated-platform.cluster.nodes", 0, "-", "low"],
    ["serverlessUsage/serverless-shares.csv", "serverless.control-plane-share", 1.5, "-", "high"],
    ["instance/calibrated-hosts.csv", "host.scw_pro2.base.relative-power", 0, "-", "low"],
    ["instance/calibrated-hosts.csv", "host.scw_pro2.base.power", 1e308, "W", "high"],
    ["core/effectiveness.csv", "pue.fr-par-1", 0.9, "-", "low"],
    ["core/effectiveness.csv", "pue.fr-par-1", 12, "-", "high"],
    ["core/electricity.csv", "electricity.FR.gwp", -0.1, "kgCO2e/kWh", "low"],
    ["core/electricity.csv", "electricity.FR.gwp", 56, "kgCO2e", "unit"],
    ["core/electricity.csv", "electricity.FR.gwp", 560, "kgCO2e/kWh", "high"],
    ["core/lifespans.csv", "lifespan.hardware", 0, "h", "low"],
    ["core/lifespans.csv", "lifespan.hardware", 6, "-", "unit"],
    ["core/conventions.csv", "stock.share", 2, "-", "high"],
    ["core/consumption.csv", "consumption.cpu.b", 0, "1/%", "low"],
    ["core/consumption.csv", "consumption.default-load", 130, "%", "high"],
    ["core/effectiveness.csv", "wue.pl-waw-1", 1.2, "-", "unit"],
  ])(
    "in %s, %s = %d %s, stops the start by its file, row and column",
    (file, series, value, unit, column) => {
      write(file, FACTORS, row(series, value, unit));
      expect(refused()).toContainEqual({ file: join(folder, file), row: 2, column });
    },
  );

  it("may be zero where nothing is divided by it", () => {
    write("core/effectiveness.csv", FACTORS, row("wue.pl-waw-1", 0, "L/kWh"));
    write("core/consumption.csv", FACTORS, row("consumption.ram", 0, "W/GB"));
    expect(problems()).toEqual([]);
  });

  it("of a table is no number beyond all numbers", () => {
    const header =
      "model,cores,threads,die_mm2,tdp_w,process_nm,confidence,valid_from,valid_to,source,url,note";
    write("core/cpus.csv", header, "AMD EPYC 7281,16,32,1e308,170,14,ASSUMED,,,us,,");
    expect(refused()).toEqual([{ file: join(folder, "core/cpus.csv"), row: 2, column: "die_mm2" }]);
  });
});

describe("an operator's row", () => {
  it.each([
    ["core/electricity.csv", "electricity.FRANCE.gwp", "kgCO2e/kWh", "electricity.FR.gwp"],
    ["core/electricity.csv", "electricty.FR.gwp", "kgCO2e/kWh", "electricity.FR.gwp"],
    ["core/electricity.csv", "electricity.DE.gwp", "kgCO2e/kWh", "electricity.FR.gwp"],
    ["core/electricity.csv", "electricity.FR.co2", "kgCO2e/kWh", "electricity.FR.gwp"],
    ["core/effectiveness.csv", "pue.fr-par-4", "-", "pue.fr-par-1"],
    ["core/effectiveness.csv", "PUE.fr-par-1", "-", "pue.fr-par-1"],
    ["core/effectiveness.csv", "pue.fr-par", "-", "pue.fr-par-1"],
    ["core/shared-services.csv", "network.powr", "W", "network.power"],
    ["core/hardware.csv", "hardware.cpu.die.gpw", "kgCO2e/mm2", "hardware.cpu.die.gwp"],
    ["instance/calibrated-hosts.csv", "host.scw_pro3.base.power", "W", "host.scw_pro2.base.power"],
    ["core/serving.csv", "gpu.NVIDIA H100.rest-of-host", "W/GPU", ".rest-of-host"],
    ["blockVolume/block-pool.csv", "block-pool.sbs_6k.density", "-", null],
  ])("in %s of the series %s, which nothing reads, stops the start", (file, series, unit, near) => {
    write(file, FACTORS, row(series, 1.5, unit));
    const found = problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`no formula reads a series "${series}"`);
    if (near !== null) expect(found[0]).toContain(near);
  });

  it("of a zone and a country of one's own is taken, with the row of the zone", async () => {
    write("core/localities.csv", ZONES, "de-fra-1,de-fra,DE,,de-fra-1,ASSUMED,,,Own zone,,");
    write(
      "core/electricity.csv",
      FACTORS,
      row("electricity.DE.gwp", 0.35, "kgCO2e/kWh"),
      row("electricity.DE.adp", 5e-8, "kgSbeq/kWh"),
      row("electricity.DE.pe", 9, "MJ/kWh"),
    );
    write(
      "core/effectiveness.csv",
      FACTORS,
      row("pue.de-fra-1", 1.3, "-"),
      row("wue.de-fra-1", 0.1, "L/kWh"),
    );
    write(
      "core/shared-services.csv",
      FACTORS,
      row("management-it.de-fra-1.power", 10, "W"),
      row("management-it.de-fra-1.manufacturing", 100, "kgCO2e"),
    );
    expect(problems()).toEqual([]);
    const { sessionAt } = composeEstimates({ dataOverlay: folder });
    const place = sessionAt(new Date("2026-11-25")).place("de-fra-1");
    expect([place.pue.range.expected, place.wue?.range.expected]).toEqual([1.3, 0.1]);
  });

  const GPUS = "model,form,architecture,memory_bandwidth_tb_s,confidence,valid_from,valid_to,source,url,note";
  const HOSTS =
    "id,cpu_model,cpu_units,threads,ram_modules,ram_module_gib,ssd_units,ssd_gb,hdd_units,hdd_gb,gpu_model,gpu_units,psu_units,confidence,valid_from,valid_to,source,url,note";
  const OTHERS = "other_name,name,says,confidence,valid_from,valid_to,source,url,note";
  it.each([
    [
      "core/localities.csv",
      ZONES,
      "fr-par-9,fr-par,FR,,fr-par-l,ASSUMED,,,us,,",
      'no zone "fr-par-l"',
      "fr-par-1",
    ],
    [
      "core/serving-gpus.csv",
      GPUS,
      "NVIDIA L40,PCIe,Ada,1,ASSUMED,,,us,,",
      'no GPU "NVIDIA L40"',
      "NVIDIA L40S",
    ],
    ["core/gpu-names.csv", OTHERS, "L5,NVIDIA L40,,ASSUMED,,,us,,", '"NVIDIA L40"', "NVIDIA L40S"],
    [
      "instance/hosts.csv",
      HOSTS,
      "own,AMD EPYC 7544,2,128,16,32,2,234,0,0,,0,2,ASSUMED,,,us,,",
      'no CPU "AMD EPYC 7544"',
      "AMD EPYC 7543",
    ],
  ])("of %s that names what is not there is told what is near", (file, header, own, problem, near) => {
    write(file, header, own);
    expect(problems()).toContainEqual(
      expect.stringMatching(new RegExp(`${problem}.*Did you mean .*${near}`)),
    );
  });

  it("for a zone that has no such figure yet is taken, and so are the power of a host and an equivalence", () => {
    write("core/effectiveness.csv", FACTORS, row("wue.pl-waw-1", 0.1, "L/kWh"));
    write("instance/calibrated-hosts.csv", FACTORS, row("host.l40s.power", 2000, "W"));
    write("core/presentation.csv", FACTORS, row("equivalence.espresso", 0.06, "kgCO2e/km"));
    expect(problems()).toEqual([]);
  });
});
