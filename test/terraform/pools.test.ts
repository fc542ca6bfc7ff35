import { expectAll, reportOf } from "./support/reports";
import { planOf } from "./support/written-plan";

describe("numbers of resources", () => {
  it.each([-1, 1e300, "many", Number.NaN])("that cannot be are refused: %p", async (size) => {
    const report = await reportOf(
      planOf([{ type: "scaleway_k8s_pool", after: { node_type: "PRO2-S", size, zone: "fr-par-1" } }]),
    );
    expectAll(report);
    expect(report.counts.estimated).toBe(0);
  });
});

describe("a pool that scales", () => {
  it.each([
    [{ size: 3 }, { low: 1, expected: 3, high: 3 }],
    [
      { size: 3, max_size: 9 },
      { low: 1, expected: 3, high: 9 },
    ],
    [
      { size: 0, max_size: 4 },
      { low: 0, expected: 0, high: 4 },
    ],
    [
      { size: 3, min_size: 2, max_size: 9 },
      { low: 2, expected: 3, high: 9 },
    ],
  ])("has at least one node, as the provider says, where no other is: %j", async (sizes, times) => {
    const after = { node_type: "PRO2-S", zone: "fr-par-1", autoscaling: true, ...sizes };
    const { resources } = await reportOf(planOf([{ type: "scaleway_k8s_pool", after }]));
    expect(resources[0]?.parts.map((part) => part.times)).toEqual([times, times]);
  });
});
