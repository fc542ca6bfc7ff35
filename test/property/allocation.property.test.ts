import fc from "fast-check";
import type { InstanceTypeEntry } from "../../plugins/instance/catalogue";
import { type HostModel, modelHost } from "../../plugins/instance/host-model";
import { sharesOf } from "../../plugins/instance/shares";
import { sayNotes } from "../../src/core/footprint";
import { input } from "../../src/core/formulas";
import { type AllocationRule, type Shares } from "../../src/core/method";
import { anyLoad } from "../support/arbitraries";
import { composeInstances, DAY, specsOf } from "../support/instances";
import { expectClose } from "../support/numbers";

const { engine, catalogue, footprint, offered } = composeInstances();
const ROUNDING = 1e-9;
const LIFESPAN_HOURS = 52_560;

/** Those that are offered nowhere any more included. */
const ALL_TYPES = [...catalogue.types.values()];
const typeNamed = (name: string): InstanceTypeEntry => catalogue.types.get(name) as InstanceTypeEntry;
const anyType = fc.constantFrom(...ALL_TYPES);
const DRAINS = ["cpu", "ram", "gpu", "other"] as const;

describe.each<AllocationRule>(["IMPACT_WEIGHTED", "PER_COMPONENT"])("under %s", (rule) => {
  it.each(ALL_TYPES.map((entry) => [entry.row.name, entry] as const))(
    "%s that fills its host is charged the host at most",
    (_name, entry) => {
      const n = howManyFit(entry);
      expect(n).toBeGreaterThanOrEqual(1);
      for (const share of chargedShares(entry, rule)) expect(share * n).toBeLessThanOrEqual(1 + ROUNDING);
    },
  );

  it("any mix of types that fits on a host is charged the host at most, part by part", () => {
    const hosts = [...new Set(ALL_TYPES.map(({ host }) => host))];
    const anyMix = fc.constantFrom(...hosts).chain((host) => {
      const tenants = ALL_TYPES.filter((entry) => entry.host === host);
      return fc.array(fc.constantFrom(...tenants), { minLength: 1, maxLength: 200 });
    });
    fc.assert(
      fc.property(anyMix, (wanted) => {
        const tenants = placed(wanted);
        expect(tenants.length).toBeGreaterThan(0);
        const shares = tenants.map((entry) => chargedShares(entry, rule));
        // What every part needs is charged by the largest share of each, which mixed tenants may add to more than one.
        const own =
          rule === "PER_COMPONENT" ? partsWithKey(tenants) : (shares[0]?.map((_, part) => part) ?? []);
        for (const part of own) {
          const sum = shares.reduce((total, one) => total + (one[part] ?? Number.NaN), 0);
          expect(sum).toBeLessThanOrEqual(1 + ROUNDING);
        }
      }),
    );
  });
});

describe("under IMPACT_WEIGHTED", () => {
  it("Instances that fill every key of a server add up to the server", async () => {
    const half = typeNamed("POP2-64C-256G");
    const server = engine.on("2026-11-23").value("host.scw_pop2.base.manufacturing").range.expected;
    const one = await footprint({ type: "POP2-64C-256G", zone: "fr-par-2" }, LIFESPAN_HOURS);

    expect(howManyFit(half)).toBe(2);
    for (const share of chargedShares(half, "IMPACT_WEIGHTED")) expectClose(2 * share, 1);
    expectClose(2 * one.parts.manufacturing.kgCo2Equivalent.expected, server);
  });

  it("charges twice the share for twice the Instance", () => {
    const [small, large] = ["POP2-2C-8G", "POP2-4C-16G"].map((name) => typeNamed(name));
    const [a, b] = [small, large].map((entry) => (entry ? chargedShares(entry, "IMPACT_WEIGHTED") : []));

    expect(a).not.toHaveLength(0);
    a?.forEach((share, index) => {
      expectClose(b?.[index] ?? Number.NaN, 2 * share);
    });
  });
});

describe("under PER_COMPONENT", () => {
  it("charges each part by its own key, and by the largest share what every part needs", () => {
    // 48 of 128 threads, 384 of 512 GiB, 960 of 1920 GB
    const { shares } = sharesFor(typeNamed("MEMORY3-X48C-384G"), "PER_COMPONENT");
    const parts = ["CPU", "RAM", "STORAGE", "MOTHERBOARD", "POWER_SUPPLY", "CASE", "ASSEMBLY"] as const;

    expect(parts.map((part) => shares.manufacturing(part).range.expected)).toEqual([
      0.375, 0.75, 0.5, 0.75, 0.75, 0.75, 0.75,
    ]);
    expect((["cpu", "ram", "other"] as const).map((drain) => shares.power(drain).range.expected)).toEqual([
      0.375, 0.75, 0.75,
    ]);
  });
});

describe("under SUM_OF_SHARES", () => {
  it("adds the shares, and the notes say that it is not additive", () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...offered.flatMap(specsOf)),
        anyLoad(),
        async (spec, cpuLoadPercent) => {
          const answer = await footprint({ ...spec, allocationRule: "SUM_OF_SHARES", cpuLoadPercent }, 1);
          const allocation = answer.components.find(({ kind }) => kind === "SERVER")?.allocation;
          const sum = allocation?.parts.reduce((total, { share }) => total + share, 0);

          expect(allocation?.rule).toBe("SUM_OF_SHARES");
          expectClose(allocation?.share ?? Number.NaN, sum ?? Number.NaN);
          expect(sayNotes(answer).join()).toContain("SUM_OF_SHARES is not additive");
        },
      ),
    ));

  it("charges more than the server for Instances that fill it", () => {
    const half = typeNamed("POP2-64C-256G");

    for (const share of chargedShares(half, "SUM_OF_SHARES")) expectClose(howManyFit(half) * share, 2);
  });

  it.each(["IMPACT_WEIGHTED", "PER_COMPONENT"] as const)("does not speak of it under %s", async (rule) => {
    const notes = sayNotes(await footprint({ type: "PRO2-S", zone: "fr-par-2", allocationRule: rule }, 1));

    expect(notes.join()).not.toContain("additive");
  });
});

describe("any rule", () => {
  it("reserves no more of a key than there is, and shows the share that it charges", () => {
    fc.assert(
      fc.property(
        anyType,
        fc.constantFrom<AllocationRule>("IMPACT_WEIGHTED", "SUM_OF_SHARES", "PER_COMPONENT"),
        (entry, rule) => {
          const { allocation } = sharesFor(entry, rule).shares;
          const parts = allocation?.parts ?? [];
          expect(allocation?.rule).toBe(rule);
          expect(parts.length).toBeGreaterThanOrEqual(2);
          for (const { reserved, capacity, share } of parts) {
            expect(reserved).toBeLessThanOrEqual(capacity);
            expectClose(share, reserved / capacity);
          }
        },
      ),
    );
  });
});

function sharesFor(entry: InstanceTypeEntry, rule: AllocationRule): { host: HostModel; shares: Shares } {
  const factors = engine.on(DAY.toISOString().slice(0, 10));
  const host = modelHost(entry.host, factors);
  return { host, shares: sharesOf(rule, entry, host.bottomUp, host.ramWeights) };
}

/** The share charged of every hardware part, and of everything that draws power, in the order of the host's parts. */
function chargedShares(entry: InstanceTypeEntry, rule: AllocationRule): number[] {
  const { host, shares } = sharesFor(entry, rule);
  const power = host.powerAt(input(30, "%"), (series) =>
    engine.on(DAY.toISOString().slice(0, 10)).value(series),
  );
  const parts = [...host.bottomUp.keys()].map((part) => shares.manufacturing(part));
  const drains = DRAINS.filter((drain) => power[drain] !== undefined).map((drain) => shares.power(drain));
  return [...parts, ...drains].map(({ range }) => range.expected);
}

/** Positions among the charged shares of the parts that have a key of their own. */
function partsWithKey([first]: readonly InstanceTypeEntry[]): number[] {
  if (first === undefined) return [];
  const kinds = [...sharesFor(first, "PER_COMPONENT").host.bottomUp.keys()];
  return kinds.flatMap((kind, index) => (["CPU", "RAM", "STORAGE", "GPU"].includes(kind) ? [index] : []));
}

type Room = Record<"vcpu" | "ramGib" | "gpus" | "storageGb", number>;

function capacityOf({ host: { row } }: InstanceTypeEntry): Room {
  return {
    vcpu: row.threads,
    ramGib: row.ram_modules * row.ram_module_gib,
    gpus: row.gpu_units,
    storageGb: row.ssd_units * row.ssd_gb + row.hdd_units * row.hdd_gb,
  };
}

function neededBy({ row }: InstanceTypeEntry): Room {
  return {
    vcpu: row.vcpu,
    ramGib: row.ram_gib,
    gpus: row.gpu_count,
    storageGb: row.local_storage_gb ?? 0,
  };
}

const KEYS = ["vcpu", "ramGib", "gpus", "storageGb"] as const;

function howManyFit(entry: InstanceTypeEntry): number {
  const [capacity, needed] = [capacityOf(entry), neededBy(entry)];
  return Math.min(
    ...KEYS.filter((key) => needed[key] > 0).map((key) => Math.floor(capacity[key] / needed[key])),
  );
}

/** Those of the wanted that fit, in their order, until the host has no room for the next. */
function placed(wanted: readonly InstanceTypeEntry[]): InstanceTypeEntry[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const room = capacityOf(first);
  return wanted.filter((entry) => {
    const needed = neededBy(entry);
    if (KEYS.some((key) => needed[key] > room[key])) return false;
    for (const key of KEYS) room[key] -= needed[key];
    return true;
  });
}
