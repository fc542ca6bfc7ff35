import { totalOf } from "../../src/core/footprint";
import {
  type CatalogueDiff,
  diffCatalogue,
  hasDifferences,
  type KnownType,
  readCatalogue,
} from "../../src/tools/product-catalogue";
import { snapshotOf } from "../../src/tools/product-catalogue/snapshot";
import { usualComposition } from "../support/usual";
import { type CatalogueServer, startCatalogue } from "./server";
import { stillClock } from "./still-clock";
import { instanceOnWire, modelOnWire } from "./wire";

const { engine } = usualComposition();
const POP2: KnownType = { name: "POP2-2C-8G", vcpu: 2, ramGib: 8, zones: ["fr-par-1"] };
const ON = new Date("2026-08-01T12:00:00Z");
let server: CatalogueServer;

beforeAll(async () => {
  server = await startCatalogue();
});
afterAll(() => server.stop());

async function diff(products: unknown[], types: readonly KnownType[] = [POP2]): Promise<CatalogueDiff> {
  server.products = products;
  const reading = await readCatalogue({ apiUrl: server.url, clock: stillClock() });
  return diffCatalogue(snapshotOf(reading), { types, footprints: engine });
}

/** Our figures for an hour of a POP2-2C-8G in fr-par-1, written as the catalogue writes an estimate. */
async function ours(times = 1) {
  const spec = { type: "POP2-2C-8G", zone: "fr-par-1" };
  const total = totalOf((await engine.footprint("instance", spec, { hours: 1, on: ON })).parts);
  return {
    kg_co2_equivalent: total.kgCo2Equivalent.expected * times,
    m3_water_usage: (total.m3WaterUsage?.expected ?? Number.NaN) * times,
  };
}

describe("Instance types", () => {
  test("the same on both sides are no difference", async () => {
    const result = await diff([instanceOnWire()]);
    expect(result.types).toEqual({ added: [], vanished: [], changed: [] });
    expect(hasDifferences(result)).toBe(false);
  });

  test("new and vanished", async () => {
    const result = await diff([instanceOnWire({ type: "NEW1-S", vcpu: 4, gib: 16 })]);
    expect(result.types.added).toMatchObject([
      { name: "NEW1-S", vcpus: [4], ramGibs: [16], zones: ["fr-par-1"], statuses: ["general_availability"] },
    ]);
    expect(result.types.vanished).toEqual([POP2]);
    expect(hasDifferences(result)).toBe(true);
  });

  test.each(["end_of_life", "retired"])("%s is neither new nor offered", async (status) => {
    const gone = { ...POP2, name: "VC1S", zones: [] };
    const { types } = await diff([instanceOnWire(), instanceOnWire({ type: "VC1S", status })], [POP2, gone]);
    expect(types).toEqual({ added: [], vanished: [], changed: [] });
  });

  test("vCPU, memory and zones that differ", async () => {
    const products = ["fr-par-1", "nl-ams-1"].map((zone) => instanceOnWire({ vcpu: 3, gib: 12, zone }));
    const { types } = await diff(products, [{ ...POP2, zones: ["fr-par-1", "pl-waw-1"] }]);
    expect(types.changed).toEqual([
      { type: "POP2-2C-8G", field: "vcpu", graph: "2", catalogue: "3" },
      { type: "POP2-2C-8G", field: "ramGib", graph: "8", catalogue: "12" },
      { type: "POP2-2C-8G", field: "zones", graph: "also pl-waw-1", catalogue: "also nl-ams-1" },
    ]);
  });

  test("a catalogue that contradicts itself from zone to zone shows both", async () => {
    const products = [instanceOnWire(), instanceOnWire({ zone: "nl-ams-1", vcpu: 4 })];
    const { types } = await diff(products, [{ ...POP2, zones: ["fr-par-1", "nl-ams-1"] }]);
    expect(types.changed).toEqual([{ type: "POP2-2C-8G", field: "vcpu", graph: "2", catalogue: "2 or 4" }]);
  });
});

describe("estimates", () => {
  test("equal to ours", async () => {
    const result = await diff([instanceOnWire({ estimate: await ours() })]);
    expect(result.estimates.compared).toMatchObject([{ kgDifference: 0, waterDifference: 0, hours: 1 }]);
    expect(hasDifferences(result)).toBe(false);
  });

  test("different from ours", async () => {
    const result = await diff([instanceOnWire({ estimate: await ours(2) })]);
    const [one] = result.estimates.compared;
    expect(one?.kgDifference).toBeCloseTo(-0.5, 12);
    expect(one?.waterDifference).toBeCloseTo(-0.5, 12);
    expect(hasDifferences(result)).toBe(true);
  });

  test.each([
    ["minute", 1, 1 / 60],
    ["minute", 30, 0.5],
    ["hour", 2, 2],
    ["month", 1, 730],
  ])("per %s × %d are compared over %d h", async (unit, size, hours) => {
    const result = await diff([instanceOnWire({ estimate: await ours(hours), unit: { unit, size } })]);
    const [one] = result.estimates.compared;
    expect(one?.hours).toBeCloseTo(hours, 12);
    expect(one?.kgDifference).toBeCloseTo(0, 12);
  });

  test("water that only one of the two knows is a difference of unknown size", async () => {
    const { kg_co2_equivalent } = await ours();
    const result = await diff([instanceOnWire({ estimate: { kg_co2_equivalent } })]);
    expect(result.estimates.compared).toMatchObject([{ kgDifference: 0, waterDifference: null }]);
    expect(hasDifferences(result)).toBe(true);
  });

  test.each([
    ["of another product type", modelOnWire(), /no figure of ours is set beside generative_apis/],
    [
      "of a type unknown to the graph",
      instanceOnWire({ type: "NEW1-S", estimate: { kg_co2_equivalent: 1 } }),
      /Unknown Instance type "NEW1-S"/,
    ],
    [
      "of a zone unknown to the graph",
      instanceOnWire({ zone: "de-fra-1", estimate: { kg_co2_equivalent: 1 } }),
      /Unknown zone "de-fra-1"/,
    ],
    [
      "of a unit that is no time",
      instanceOnWire({ unit: { unit: "setup", size: 1 }, estimate: { kg_co2_equivalent: 1 } }),
      /1 setup is no length of time/,
    ],
  ])("%s cannot be computed, and the reason is told", async (_, product, reason) => {
    const { estimates } = await diff([product]);
    expect(estimates.compared).toEqual([]);
    expect(estimates.notComputed).toMatchObject([{ reason: expect.stringMatching(reason) }]);
  });
});
