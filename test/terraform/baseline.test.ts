import type { TerraformReport } from "../../src/terraform";
import { expectAll, FIXTURES, fixture, kilograms, parsed, reportOf } from "./support/reports";

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

describe("a baseline", () => {
  it("that is the same changes nothing, whatever the figures are uncertain by", async () => {
    for (const name of ["web.plan.json", "platform.plan.json", "state.json"]) {
      const plan = fixture(name);
      const asDocument = await reportOf(plan, { baseline: plan });
      expect(asDocument.change?.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
      expect(asDocument.comparedWith).toBe("baseline");
      const asReport = await reportOf(plan, { baseline: json(await reportOf(plan)) });
      expect(asReport.change?.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
      expectAll(asReport);
    }
  });

  it("has what is new, what is gone and what differs in the change", async () => {
    const plan = parsed("state.json") as {
      values: { root_module: { resources: { address: string; values: object }[] } };
    };
    const { resources } = plan.values.root_module;
    const later = structuredClone(plan);
    later.values.root_module.resources = resources
      .filter(({ address }) => address !== "scaleway_instance_server.old")
      .map((one) =>
        one.address === "scaleway_instance_server.web[0]"
          ? { ...one, values: { ...one.values, type: "DEV1-L" } }
          : one,
      );
    const report = await reportOf(later, { baseline: json(await reportOf(plan)) });
    const expected = await kilograms([
      [1, { instance: { type: "DEV1-L", zone: "fr-par-2" } }],
      [-1, { instance: { type: "DEV1-M", zone: "fr-par-2" } }],
      [-1, { instance: { type: "GP1-S", zone: "fr-par-1" } }],
      [-1, { blockVolume: { storageClass: "b_ssd", sizeGb: 60, zone: "fr-par-1" } }],
    ]);
    expect(report.change?.kgCo2Equivalent?.expected).toBeCloseTo(expected, 9);
    const actions = Object.fromEntries(report.resources.map(({ address, action }) => [address, action]));
    expect(actions).toMatchObject({
      "scaleway_instance_server.old": "destroy",
      "scaleway_instance_server.web[0]": "update",
      "scaleway_instance_server.web[1]": "none",
    });
    expectAll(report);
  });

  it("says of what is gone without a figure why it had none, and of what it was a module of", async () => {
    const earlier = json(await reportOf(fixture("state.json")));
    const report = await reportOf(fixture("empty.state.json"), { baseline: earlier });
    expectAll(report);
    const local = report.notEstimated.find(({ address }) => address === "scaleway_instance_volume.local");
    expect(local).toMatchObject({ reason: "NO_FOOTPRINT", action: "destroy" });
    expect(report.modules.map(({ module }) => module)).toContain("module.edge.module.lb");
  });

  it.each(FIXTURES)(
    "that is the answer on a plan says the actions that the plan itself does: %s",
    async (name) => {
      const plan = fixture(name);
      const answer = await reportOf(plan, { baseline: json(await reportOf(plan)) });
      const actions = ({ resources, notEstimated }: TerraformReport) =>
        [...resources, ...notEstimated]
          // What is sensitive is not in an answer, so that nothing tells whether it has changed.
          .filter(({ address }) => address !== "scaleway_instance_server.hidden")
          .map(({ address, deposed, action }) => [address, deposed, action])
          .sort();
      expect(actions(answer)).toEqual(actions(await reportOf(plan, { baseline: plan })));
    },
  );

  it("has all of what was refused on either side of it, as its plan has", async () => {
    const type = "scaleway_instance_server";
    const server = (name: string, before: string | null, after: string) => ({
      ...{ address: `${type}.${name}`, mode: "managed", type, name },
      change: {
        actions: [before === null ? "create" : "update"],
        before: before === null ? null : { type: before, zone: "fr-par-1" },
        after: { type: after, zone: "fr-par-1", root_volume: [{ size_in_gb: 20 }] },
        after_unknown: {},
      },
    });
    const planOf = (...resource_changes: object[]) => ({ format_version: "1.2", resource_changes });
    const first = planOf(
      server("refused", null, "WAT-9"),
      server("mended", "WAT-9", "PRO2-S"),
      server("other", null, "WAT-9"),
      { address: "scaleway_lb.unsaid", mode: "managed", type: "scaleway_lb", name: "unsaid" },
    );
    const second = planOf(
      server("refused", null, "WAT-9"),
      server("mended", "PRO2-S", "PRO2-S"),
      server("other", null, "WAT-10"),
      { address: "scaleway_lb.unsaid", mode: "managed", type: "scaleway_lb", name: "unsaid" },
    );
    const ofAnswer = await reportOf(second, { baseline: json(await reportOf(first)) });
    const ofPlan = await reportOf(second, { baseline: first });
    expect(ofAnswer).toEqual(ofPlan);
    const actions = Object.fromEntries(ofAnswer.resources.map(({ address, action }) => [address, action]));
    expect(actions).toEqual({
      "scaleway_instance_server.refused": "none",
      "scaleway_instance_server.mended": "none",
      "scaleway_instance_server.other": "update",
    });
    const { forBaseline: _whole, ...older } = await reportOf(first);
    expectAll(await reportOf(second, { baseline: json(older) }));
  });

  it("has of what is sensitive and refused the reason alone, and what else the resource has", async () => {
    const type = "scaleway_instance_server";
    const change = {
      ...{ actions: ["create"], before: null, after_unknown: {} },
      after: { type: "WAT-9", zone: "fr-par-1", root_volume: [{ size_in_gb: 20 }] },
    };
    const planOf = (sensitive: object) => ({
      format_version: "1.2",
      resource_changes: [
        {
          ...{ address: `${type}.a`, mode: "managed", type, name: "a" },
          change: { ...change, after_sensitive: sensitive },
        },
      ],
    });
    const volume = { part: "root volume", spec: { storageClass: "sbs_5k", sizeGb: 20, zone: "fr-par-1" } };
    const [open] = (await reportOf(planOf({}))).forBaseline;
    expect(open).toMatchObject({ parts: [{ part: "Instance" }, volume], lacking: [] });
    const [hidden] = (await reportOf(planOf({ type: true }))).forBaseline;
    expect(hidden).toMatchObject({ parts: [volume], lacking: [{ part: "Instance", reason: "REFUSED" }] });
    expect(JSON.stringify(hidden)).not.toContain("WAT-9");
    const [sized] = (await reportOf(planOf({ root_volume: [{ size_in_gb: true }] }))).forBaseline;
    expect(sized).toMatchObject({ parts: [{ part: "Instance" }, { ...volume, spec: null }], lacking: [] });
  });

  it("follows what has been moved since", async () => {
    const moved = await reportOf(fixture("edges.plan.json"));
    const text = JSON.stringify(moved).replaceAll(
      "scaleway_block_volume.moved",
      "scaleway_block_volume.older",
    );
    const report = await reportOf(fixture("edges.plan.json"), { baseline: Buffer.from(text) });
    expect(report.resources.find(({ address }) => address === "scaleway_block_volume.moved")?.action).toBe(
      "none",
    );
    expect(report.resources.map(({ address }) => address)).not.toContain("scaleway_block_volume.older");
  });

  it("that is a plan is what it plans", async () => {
    const report = await reportOf(fixture("platform.plan.json"), { baseline: fixture("platform.plan.json") });
    expect(report.resources.map(({ address }) => address)).not.toContain("scaleway_k8s_pool.gone");
  });

  it.each([
    ["of another version", { footprintTerraform: 2, resources: [], notEstimated: [] }, /another version/],
    ["that lacks its lists", { footprintTerraform: 1 }, /another version/],
    ["that is damaged", { footprintTerraform: 1, resources: [7], notEstimated: [] }, /damaged/],
    [
      "that is damaged where nothing is estimated",
      { footprintTerraform: 1, resources: [], notEstimated: [null] },
      /damaged/,
    ],
    ["that is neither a report nor a plan", { name: "x" }, /neither a plan nor a state/],
  ])("%s is refused", async (_what, baseline, message) => {
    await expect(reportOf(fixture("web.plan.json"), { baseline: json(baseline) })).rejects.toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringMatching(message),
    });
  });

  it("with parts that make no sense has no figure for them", async () => {
    const report = await reportOf(fixture("state.json"));
    const wrong = report.resources.map((one) => ({
      ...one,
      parts: [{ part: "x", product: 7, spec: null, times: null, hours: null }],
    }));
    const compared = await reportOf(fixture("state.json"), {
      baseline: json({ ...report, resources: wrong }),
    });
    expectAll(compared);
    expect(compared.counts.estimated).toBe(0);
  });
});
