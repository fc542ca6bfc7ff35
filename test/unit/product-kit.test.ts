import { blockStorage } from "../../plugins/block-storage";
import { kubernetes } from "../../plugins/kubernetes";
import { compose, PLUGINS } from "../../src/compose";
import { LOADED_PRODUCT, type PluginSetup, type ProductPlugin } from "../../src/core/contract";
import { deeplyFrozen } from "../../src/core/helpers";
import { watchedCalculator } from "../../src/observability/watched";
import type { Watcher } from "../../src/observability/watcher";
import type { LoadedDefinition } from "../../src/product/loaded-definition";

/** A described product with the data of the graph. */
function loaded(plugin: ProductPlugin, ...others: readonly ProductPlugin[]): LoadedDefinition {
  let product: LoadedDefinition | undefined;
  const setUp = (setup: PluginSetup): void => {
    plugin.setUp(setup);
    product = setup.scope.resolve(LOADED_PRODUCT) as LoadedDefinition;
  };
  compose({ plugins: [{ ...plugin, setUp }, ...others] });
  return product as LoadedDefinition;
}

const volumes = loaded(blockStorage);
const POOL = { nodeType: "PRO2-S", nodes: 1, zone: "fr-par-2" };
const VOLUME = { storageClass: "sbs_5k", sizeGb: 100, zone: "fr-par-2" };

describe("a product that says itself once", () => {
  it("writes every spelling of a specification in one way", () => {
    const spellings = [
      VOLUME,
      { zone: "FR-PAR-2", storageClass: "SBS-5K", sizeGb: 100, other: undefined },
      { zone: "PAR2", sizeGb: 100, storageClass: "Sbs_5K" },
    ];
    for (const spec of spellings) expect(volumes.canonical(spec)).toEqual(VOLUME);
  });

  it("keeps a name of which something must be noted", () => {
    const spec = { ...VOLUME, storageClass: "sbs_volume" };
    const canonical = volumes.canonical(spec);
    expect(canonical).toEqual(spec);
    expect(volumes.notesOn(canonical)).toEqual([expect.stringContaining("sbs_volume")]);
    expect(volumes.shown(spec)).toMatchObject({ storageClass: "sbs_5k" });
  });

  it("checks a specification once, and its canonical one not again", () => {
    const spec = { ...VOLUME };
    expect(volumes.check(spec)).toBe(volumes.check(spec));
    expect(volumes.check(volumes.canonical(spec))).toBe(volumes.check(spec));
  });

  it("checks a frozen specification once for all requests, and its canonical one with it", async () => {
    const spec = deeplyFrozen({ ...VOLUME, storageClass: "SBS-5K" });
    const [sound, canonical] = [volumes.check(spec), volumes.canonical(spec)];
    volumes.check({ ...VOLUME, sizeGb: 7 });
    await Promise.resolve();
    expect([volumes.check(canonical), volumes.check(spec)]).toEqual([sound, sound]);
    expect(volumes.check(canonical)).toBe(sound);
    expect(volumes.canonical(canonical)).toBe(canonical);
    expect(volumes.canonical(spec)).toBe(canonical);
    expect(canonical).toEqual(VOLUME);
  });

  it("is computed once for all spellings of a specification, also where it is watched", async () => {
    let runs = 0;
    const watcher: Watcher = {
      calculations: (_, count) => (runs += count),
      storeCall: (_call, work) => work(),
    };
    const { engine } = compose({
      plugins: [blockStorage],
      aroundCalculator: (calculator) => watchedCalculator(calculator, [watcher]),
    });
    const period = { hours: 10, on: new Date("2026-10-01") };
    const [first, second] = await Promise.all(
      [VOLUME, { ...VOLUME, storageClass: "SBS-5K" }].map((spec) =>
        engine.footprint("blockVolume", spec, period),
      ),
    );
    expect([runs, second?.parts]).toEqual([1, first?.parts]);
    const noted = await engine.footprint("blockVolume", { ...VOLUME, storageClass: "sbs_volume" }, period);
    expect([runs, noted.parts]).toEqual([2, first?.parts]);
    expect(noted.notes.length).toBe((first?.notes.length ?? 0) + 1);
  });

  it.each([
    [{ storageClass: "sbs-5" }, "UNKNOWN_STORAGE_CLASS", "input.storageClass"],
    [{ zone: "fr-par-9" }, "UNKNOWN_ZONE", "input.zone"],
    [{ storageClass: "sbs_15k", zone: "it-mil-1", sizeGb: 0 }, "NOT_AVAILABLE_IN_LOCALITY", "input.zone"],
    [{ sizeGb: 4 }, "BAD_USER_INPUT", "input.sizeGb"],
    [{ sizeGb: Number.NaN }, "BAD_USER_INPUT", "input.sizeGb"],
    [{ sizeGb: Number.POSITIVE_INFINITY }, "BAD_USER_INPUT", "input.sizeGb"],
    [{ storageClass: undefined }, "BAD_USER_INPUT", "input.storageClass"],
    [{ storageClass: 5 }, "BAD_USER_INPUT", "input.storageClass"],
    [{ zone: undefined }, "BAD_USER_INPUT", "input.zone"],
    [{ zone: null }, "BAD_USER_INPUT", "input.zone"],
    [{ zone: ["fr-par-2"] }, "BAD_USER_INPUT", "input.zone"],
    [{ sizeGb: undefined }, "BAD_USER_INPUT", "input.sizeGb"],
    [{ sizeGb: "100" }, "BAD_USER_INPUT", "input.sizeGb"],
    [{ size: 100 }, "BAD_USER_INPUT", "input.size"],
  ])("refuses %j", (change, code, field) => {
    expect(() => volumes.check({ ...VOLUME, ...change })).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining({ field }) }),
    );
  });

  it.each([
    [{ pools: {} }, "input.pools", "pools must be a list of objects, got {}."],
    [{ pools: [3] }, "input.pools", "pools must be a list of objects, got [3]."],
    [{ pools: [{ nodes: 1 }] }, "input.pools.0.nodeType", "nodeType is missing."],
    [{ pools: [{ ...POOL, node: 1 }] }, "input.pools.0.node", 'There is no field "node". Did you mean nodes'],
    [{ cpuLoad: 50 }, "input.cpuLoad", 'There is no field "cpuLoad". '],
  ])("refuses %j of a product with lists, and says where", (change, field, message) => {
    const clusters = loaded(kubernetes, ...PLUGINS.filter((plugin) => plugin !== kubernetes));
    const spec = { controlPlane: "kapsule", region: "fr-par", pools: [POOL] };
    expect(() => clusters.check(spec)).not.toThrow();
    expect(() => clusters.check({ ...spec, ...change })).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(message),
        details: expect.objectContaining({ field }),
      }),
    );
  });
});
