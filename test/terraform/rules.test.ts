import type { TerraformReport } from "../../src/terraform";
import { documentOf } from "../../src/terraform/read";
import { reportOf } from "./support/reports";
import { planOf, reference, type Written } from "./support/written-plan";

const ZONE = { zone: "fr-par-1" };
const volume = (index: string, size: number): Written => ({
  ...{ type: "scaleway_block_volume", index, after: { ...ZONE, size_in_gb: size } },
});
const snapshotOf = (volumeId: string): Written => ({
  ...{ type: "scaleway_block_snapshot", after: ZONE, expressions: { volume_id: reference(volumeId) } },
});
const groupOf = (volumes: unknown): Written[] => [
  {
    type: "scaleway_autoscaling_instance_template",
    after: { ...ZONE, commercial_type: "PRO2-S", volumes },
  },
  {
    type: "scaleway_autoscaling_instance_group",
    after: { ...ZONE, capacity: [{ min_replicas: 1, max_replicas: 1 }] },
    expressions: { template_id: reference("scaleway_autoscaling_instance_template.r.id") },
  },
];

/** What the parts of a resource come to: their specification, or why there is none. */
function partsOf({ resources, notEstimated }: TerraformReport, type: string): unknown[] {
  return [
    ...resources.filter((one) => one.type === type).flatMap(({ parts }) => parts.map(({ spec }) => spec)),
    ...notEstimated.filter((one) => one.type === type).map(({ part, reason }) => `${part}: ${reason}`),
  ];
}

describe("a reference", () => {
  it.each([
    ["the instance that it names", 'scaleway_block_volume.r["b"].id', [200]],
    ["none where it names one that is not there", 'scaleway_block_volume.r["c"].id', []],
    ["nothing certain where it names none and they differ", "scaleway_block_volume.r", []],
  ])("leads to %s", async (_what, to, sizes) => {
    const report = await reportOf(planOf([volume("a", 100), volume("b", 200), snapshotOf(to)]));
    const parts = partsOf(report, "scaleway_block_snapshot") as { sizeGb?: number }[];
    expect(parts.flatMap(({ sizeGb }) => sizeGb ?? [])).toEqual(sizes);
  });

  it.each([
    ["an output of a module", "module.m.volume", 300],
    ["a module as a whole, such as all of its instances", "module.m", null],
  ])("leads past %s", async (_what, to, size) => {
    const plan = planOf(
      [{ type: "scaleway_block_volume", module: "m", after: { ...ZONE, size_in_gb: 300 } }, snapshotOf(to)],
      {
        calls: {
          m: { module: { outputs: { volume: { expression: reference("scaleway_block_volume.r.id") } } } },
        },
      },
    );
    expect(partsOf(await reportOf(plan), "scaleway_block_snapshot")).toEqual([
      size === null ? "snapshot: NEEDS_USAGE" : { storageClass: "sbs_5k_snapshot", sizeGb: size, ...ZONE },
    ]);
  });
});

describe("what is to be said of a value", () => {
  const OF_SNAPSHOTS = /^A snapshot is counted with the size of its volume/;
  const OF_ROOT_VOLUMES = /^Where a root volume says no size, 10 GB are taken/;
  const assumedIn = async (...all: Written[]): Promise<string[]> =>
    (await reportOf(planOf(all))).assumed.map(({ says }) => says);

  it("is said of every value where there is no default", async () => {
    const assumed = await assumedIn(volume("a", 100), snapshotOf('scaleway_block_volume.r["a"].id'));
    expect(assumed).toEqual([expect.stringMatching(OF_SNAPSHOTS)]);
  });

  it("is said of the default alone where there is one", async () => {
    const server = (root: object[]): Written => ({
      ...{ type: "scaleway_instance_server", after: { ...ZONE, type: "PRO2-S", root_volume: root } },
    });
    expect(await assumedIn(server([]))).toEqual([expect.stringMatching(OF_ROOT_VOLUMES)]);
    expect(await assumedIn(server([{ size_in_gb: 10 }]))).toEqual([]);
  });
});

describe("a part for each element of a list", () => {
  const ofVolumes = async (volumes: unknown): Promise<unknown[]> =>
    partsOf(await reportOf(planOf(groupOf(volumes))), "scaleway_autoscaling_instance_group").slice(1);

  it("is there as often as the list says", async () => {
    const sized = (size: number) => ({ from_empty: [{ size }] });
    expect(await ofVolumes([sized(10), sized(20)])).toMatchObject([{ sizeGb: 10 }, { sizeGb: 20 }]);
    expect(await ofVolumes([])).toEqual([]);
    expect(await ofVolumes(null)).toEqual([]);
  });

  it.each([[{ from_empty: [{ size: 10 }] }], ["two"]])(
    "is not known where it is no list: %j",
    async (volumes) => {
      expect(await ofVolumes(volumes)).toEqual(["volumes: UNKNOWN_UNTIL_APPLY"]);
    },
  );
});

it("a data source is one by its address, in a module too, where nothing else says so", () => {
  const resources = (...addresses: string[]) => addresses.map((address) => ({ address }));
  const inModule = resources("module.data.data.scaleway_lb.b", "module.data.scaleway_lb.c");
  const { resources: managed, dataSources } = documentOf({
    format_version: "1.0",
    values: {
      root_module: {
        resources: resources("data.scaleway_lb.a", "scaleway_lb.data"),
        child_modules: [{ address: "module.data", resources: inModule }],
      },
    },
  });
  expect(dataSources.map(({ address, type }) => [address, type])).toEqual([
    ["data.scaleway_lb.a", "scaleway_lb"],
    ["module.data.data.scaleway_lb.b", "scaleway_lb"],
  ]);
  expect(managed.map(({ address, type }) => [address, type])).toEqual([
    ["scaleway_lb.data", "scaleway_lb"],
    ["module.data.scaleway_lb.c", "scaleway_lb"],
  ]);
});
