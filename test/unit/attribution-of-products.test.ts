import { type Difference, differenceOf } from "../../src/core/differences";
import { type Footprint } from "../../src/core/footprint";
import { driverOf, expectComplete, known, sum } from "../support/differences";
import { CRITERIA, expectClose } from "../support/numbers";
import { usualComposition } from "../support/usual";

const { engine } = usualComposition();
/** Days around the change of the reference values, on which nothing else changed. */
const [BEFORE, AFTER] = ["2025-08-19", "2025-08-20"];
const LATE = "2026-09-01";

function ask(kind: string, spec: object, on = LATE): Promise<Footprint> {
  return engine.footprint(kind, spec, { hours: 730, on: new Date(on) });
}

async function kgBetween(a: Promise<Footprint>, b: Promise<Footprint>): Promise<Difference> {
  return known(differenceOf(await a, await b, "kgCo2Equivalent"));
}

function seriesOf({ drivers }: Difference): (string | undefined)[] {
  return drivers.map(({ factorB }) => factorB?.series);
}

const PRO2_S = { type: "PRO2-S", zone: "fr-par-1" };
const VOLUME = { storageClass: "sbs_5k", sizeGb: 100, zone: "fr-par-1" };
const CLUSTER = {
  controlPlane: "kapsule-dedicated-4",
  region: "fr-par",
  pools: [{ nodeType: "PRO2-S", nodes: 3 }],
};
const DEPLOYMENT = { nodeType: "H100-SXM-4", nodes: 1, region: "fr-par" };
const USAGE = {
  model: "llama-3.1-8b-instruct",
  region: "fr-par",
  inputTokens: 1_000_000,
  outputTokens: 200_000,
};

const PRODUCTS: [string, object][] = [
  ["instance", PRO2_S],
  ["blockVolume", VOLUME],
  ["kubernetesCluster", CLUSTER],
  ["dedicatedDeployment", DEPLOYMENT],
  ["serverlessUsage", USAGE],
];

describe("the figures of one resource on two dates", () => {
  it.each(PRODUCTS)("%s: the electricity of France moved them, and the PUE a little", async (kind, spec) => {
    const [a, b] = [await ask(kind, spec, BEFORE), await ask(kind, spec, AFTER)];
    const difference = known(differenceOf(a, b, "kgCo2Equivalent"));

    expectComplete(difference);
    const [first, ...others] = difference.drivers;
    expect(first).toMatchObject({ symbol: "EF", a: 0.056, b: 0.044, unit: "kgCO2e/kWh" });
    expect(first?.factorA).toMatchObject({ series: "electricity.FR.gwp", validFrom: "2025-06-01" });
    expect(first?.factorB).toMatchObject({ series: "electricity.FR.gwp", validFrom: "2025-08-20" });
    expect((first?.effect ?? 0) / difference.difference).toBeGreaterThan(0.9);
    // One driver for each series that moved, all of effectiveness.
    const series = others.map(({ factorB }) => factorB?.series ?? "none");
    expect(series.filter((one) => !one.startsWith("pue."))).toEqual([]);
    expect(new Set(series).size).toBe(series.length);
  });

  it.each(PRODUCTS)("%s: is complete in every criterion that is known", async (kind, spec) => {
    const [a, b] = [await ask(kind, spec, BEFORE), await ask(kind, spec, AFTER)];
    const found = CRITERIA.map((criterion) => differenceOf(a, b, criterion));
    for (const one of found) if (one !== null) expectComplete(one);
    expect(found.filter((one) => one !== null && one.drivers.length > 0).length).toBeGreaterThan(1);
  });

  it("PRO2-S: by hand, E × PUE × EF with both moved, each at the mean of the other", async () => {
    const [a, b] = [await ask("instance", PRO2_S, BEFORE), await ask("instance", PRO2_S, AFTER)];
    const kwh = known(differenceOf(a, b, "kwhFinalEnergy"));
    const kg = known(differenceOf(a, b, "kgCo2Equivalent"));
    // IT energy of everything that the Instance is charged, the same on both dates.
    const energy = kwh.a / 1.46;
    expectClose(energy, kwh.b / 1.45, 1e-12);

    expectClose(driverOf(kg, "electricity.FR.gwp").effect, energy * (0.044 - 0.056) * ((1.46 + 1.45) / 2));
    expectClose(driverOf(kg, "pue.fr-par-1").effect, energy * (1.45 - 1.46) * ((0.056 + 0.044) / 2));
    expect(kg.drivers).toHaveLength(2);
    expect(kwh.drivers).toHaveLength(1);
    const water = known(differenceOf(a, b, "m3WaterUsage"));
    expect(seriesOf(water)).toEqual(["wue.fr-par-1"]);
    expect(known(differenceOf(a, b, "kgSbEquivalent")).drivers).toHaveLength(1);
  });

  it("is nothing where no factor moved", async () => {
    for (const [kind, spec] of PRODUCTS) {
      const same = await kgBetween(ask(kind, spec), ask(kind, spec));
      expect(same).toMatchObject({ difference: 0, drivers: [] });
      expect(same.components.map(({ difference }) => difference)).toEqual(same.components.map(() => 0));
    }
  });
});

describe("one resource in two places", () => {
  it("PRO2-S in Paris and Amsterdam differs by what is the place's own", async () => {
    const difference = await kgBetween(
      ask("instance", PRO2_S),
      ask("instance", { ...PRO2_S, zone: "nl-ams-1" }),
    );

    expectComplete(difference);
    expect(seriesOf(difference)).toEqual([
      "electricity.NL.gwp",
      "management-it.nl-ams-1.manufacturing",
      "management-it.nl-ams-1.power",
      "pue.nl-ams-1",
    ]);
    expect(difference.drivers[0]?.label).toBe(
      "Electricity of France, location-based, greenhouse gases → Electricity of Netherlands, location-based, greenhouse gases",
    );
    expect(Math.sign(difference.drivers.at(-1)?.effect ?? 0)).toBe(-1);
  });

  it("a cluster is compared pool by pool, though its pools are called after their zones", async () => {
    const difference = await kgBetween(
      ask("kubernetesCluster", CLUSTER),
      ask("kubernetesCluster", { ...CLUSTER, region: "nl-ams" }),
    );

    expectComplete(difference);
    expect(seriesOf(difference)[0]).toBe("electricity.NL.gwp");
    expect(difference.drivers.filter(({ a, b }) => a === null || b === null)).toEqual([]);
  });
});

describe("two resources", () => {
  it("PRO2-S and PRO2-M differ by what they reserve", async () => {
    const difference = await kgBetween(
      ask("instance", PRO2_S),
      ask("instance", { ...PRO2_S, type: "PRO2-M" }),
    );

    expectComplete(difference);
    expect(
      difference.drivers.map(({ symbol, factorA, factorB, a, b }) => [
        symbol,
        factorA?.series,
        factorB?.series,
        a,
        b,
      ]),
    ).toEqual([
      ["reserved", "types.PRO2-S.ram_gib", "types.PRO2-M.ram_gib", 32, 64],
      ["reserved", "types.PRO2-S.vcpu", "types.PRO2-M.vcpu", 8, 16],
    ]);
  });

  it("a measured load and the default one differ by the load alone", async () => {
    const difference = await kgBetween(
      ask("instance", PRO2_S),
      ask("instance", { ...PRO2_S, cpuLoadPercent: 20 }),
    );

    expect(difference.drivers).toMatchObject([{ symbol: "load", unit: "%", a: 30, b: 20, factorB: null }]);
    expectComplete(difference);
  });

  it("a pool more is a driver, and nodes more in the other one are", async () => {
    const pools = [
      { nodeType: "PRO2-S", nodes: 5 },
      { nodeType: "PRO2-M", nodes: 1 },
    ];
    const difference = await kgBetween(
      ask("kubernetesCluster", CLUSTER),
      ask("kubernetesCluster", { ...CLUSTER, pools }),
    );

    expect(difference.drivers.map(({ symbol, label, a, b }) => [symbol, label, a === null, b])).toEqual([
      ["n", "Repeated for the quantity", false, 5],
      [null, "Pool 2: PRO2-M in fr-par-1", true, expect.any(Number)],
    ]);
    expectComplete(difference);
  });

  it("an Instance and a volume have their own servers, and are complete in every criterion", async () => {
    const [a, b] = [await ask("instance", PRO2_S), await ask("blockVolume", VOLUME)];
    const difference = known(differenceOf(a, b, "kgCo2Equivalent"));

    const whole = difference.drivers
      .filter(({ symbol }) => symbol === null)
      .map(({ label, a: of }) => [label, of !== null]);
    expect(whole).toEqual([
      ["Server", true],
      ["Storage servers", false],
    ]);
    for (const criterion of CRITERIA) expectComplete(known(differenceOf(a, b, criterion)));
  });

  it.each([
    ["dedicatedDeployment", DEPLOYMENT, { ...DEPLOYMENT, nodeType: "H100", nodes: 2 }],
    ["instance", PRO2_S, { type: "L4-1-24G", zone: "fr-par-2" }],
    [
      "instance",
      { ...PRO2_S, allocationRule: "PER_COMPONENT" },
      { type: "POP2-2C-8G", zone: "nl-ams-1", allocationRule: "PER_COMPONENT" },
    ],
  ])("%s %j and %j: effects add up, of the difference and of its reverse", async (kind, one, other) => {
    const [a, b] = [await ask(kind, one), await ask(kind, other)];
    const [there, back] = [
      known(differenceOf(a, b, "kgCo2Equivalent")),
      known(differenceOf(b, a, "kgCo2Equivalent")),
    ];

    expectComplete(there);
    expectComplete(back);
    expect(back.drivers).toHaveLength(there.drivers.length);
    const [effects, reversed] = [there, back].map(({ drivers }) =>
      drivers.map(({ effect }) => Math.abs(effect)),
    );
    effects?.forEach((effect, index) => {
      expect(Math.abs(effect - (reversed?.[index] ?? 0))).toBeLessThanOrEqual(1e-9 * sum(effects));
    });
  });
});

describe("a period over several vintages", () => {
  const between = (start: string, end: string, zone: string): Promise<Footprint> =>
    engine.footprint("instance", { ...PRO2_S, zone }, { start: new Date(start), end: new Date(end) });
  const year = (zone: string): Promise<Footprint> => between("2025-07-01", LATE, zone);

  it("is complete where both sides were split, at the same days or not", async () => {
    for (const [a, b] of [
      ["fr-par-1", "nl-ams-1"],
      ["nl-ams-1", "fr-par-2"],
      ["fr-par-1", "fr-par-1"],
    ] as const) {
      expectComplete(await kgBetween(year(a), year(b)));
    }
  });

  it("has the factors of each stretch as drivers where they are as many", async () => {
    const difference = await kgBetween(
      between("2025-08-01", "2025-09-15", "nl-ams-1"),
      between("2025-08-01", "2025-09-15", "fr-par-2"),
    );
    const ofElectricity = difference.drivers.filter(
      ({ factorB }) => factorB?.series === "electricity.FR.gwp",
    );

    expect(ofElectricity.map(({ a, b }) => [a, b]).sort()).toEqual([
      [expect.any(Number), 0.044],
      [expect.any(Number), 0.056],
    ]);
  });
});
