import type { TerraformReport } from "../../src/terraform";
import { expectAll, FIXTURES, fixture, kilograms, reportOf } from "./support/reports";

const SBS = (storageClass: string, sizeGb: number, zone: string) => ({
  blockVolume: { storageClass, sizeGb, zone },
});
const VM = (type: string, zone: string) => ({ instance: { type, zone } });

function reasonsOf({ notEstimated }: TerraformReport): Record<string, string> {
  return Object.fromEntries(
    notEstimated.map(({ address, part, reason }) => [part === null ? address : `${address} ${part}`, reason]),
  );
}

describe("every document", () => {
  it.each(FIXTURES)(
    "has each managed resource among those with a figure or those without: %s",
    async (name) => {
      expectAll(await reportOf(fixture(name)));
    },
  );

  it("adds up: what is, with the change, is what will be", async () => {
    for (const name of FIXTURES) {
      const { now, planned, change, resources } = await reportOf(fixture(name));
      if (planned === null || change === null) continue;
      const at = (figures: typeof now) => figures.kgCo2Equivalent?.expected as number;
      expect(at(now) + at(change)).toBeCloseTo(at(planned), 9);
      const ofResources = resources.reduce((sum, one) => sum + (one.change?.expected ?? 0), 0);
      expect(ofResources).toBeCloseTo(at(change), 9);
    }
  });
});

describe("a plan of what is all new", () => {
  const report = reportOf(fixture("web.plan.json"));

  it("is the same products as anywhere else: default zones, counts, modules, root volumes, snapshots", async () => {
    const expected = await kilograms([
      [1, VM("DEV1-S", "nl-ams-1")],
      [2, VM("PLAY2-NANO", "nl-ams-1")],
      [2, SBS("sbs_15k", 40, "nl-ams-1")],
      [2, SBS("sbs_5k", 100, "nl-ams-1")],
      [2, SBS("sbs_5k_snapshot", 100, "nl-ams-1")],
      [1, VM("PRO2-S", "nl-ams-2")],
      [1, VM("PRO2-XS", "nl-ams-2")],
      [2, SBS("sbs_5k", 10, "nl-ams-2")],
      [1, { loadBalancer: { type: "LB-S", zone: "nl-ams-1" } }],
    ]);
    const { now, planned, change, relativeChange } = await report;
    expect(planned?.kgCo2Equivalent?.expected).toBeCloseTo(expected, 9);
    expect(now.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
    expect(change?.kgCo2Equivalent?.expected).toBeCloseTo(expected, 9);
    expect(relativeChange).toBeNull();
  });

  it("says why the rest has no figure", async () => {
    expect(reasonsOf(await report)).toEqual({
      "scaleway_instance_ip.front": "NOT_COVERED",
      'module.app["a"].scaleway_instance_security_group.this': "NO_FOOTPRINT",
      'module.app["b"].scaleway_instance_security_group.this': "NO_FOOTPRINT",
      "scaleway_lb_ip.main": "NOT_COVERED",
      "scaleway_lb_backend.main": "NO_FOOTPRINT",
      "scaleway_object_bucket.assets objects": "NEEDS_USAGE",
      "random_password.admin": "NO_FOOTPRINT",
    });
  });

  it("takes amounts that no plan has from a usage file, and says what of it is of nothing", async () => {
    const usage = {
      "scaleway_object_bucket.*": { storedGb: 500 },
      "scaleway_instance_server.worker[*]": { hours: 73, cpuLoad: 9 },
      scaleway_lbb: { hours: 1 },
    };
    const used = await reportOf(fixture("web.plan.json"), { usage });
    const bucket = await kilograms([
      [1, { objectBucket: { storageClass: "standard", storedGb: 500, region: "nl-ams" } }],
    ]);
    const workers = await kilograms([[2, VM("PLAY2-NANO", "nl-ams-1")]]);
    const before = (await report).planned?.kgCo2Equivalent?.expected as number;
    // Their volumes are reserved while they are off, too.
    expect(used.planned?.kgCo2Equivalent?.expected).toBeCloseTo(before + bucket - 0.9 * workers, 9);
    expect(used.warnings).toEqual([
      expect.stringMatching(/"cpuLoad".*no field.*cpuLoadPercent/),
      expect.stringMatching(/No resource is "scaleway_lbb"/),
    ]);
    expectAll(used);
  });

  it("takes the zone that the environment names", async () => {
    const elsewhere = await reportOf(fixture("web.plan.json"), { zone: "fr-par-2" });
    const front = elsewhere.resources.find(({ address }) => address === "scaleway_instance_server.front");
    expect(front?.parts[0]?.spec).toEqual({ type: "DEV1-S", zone: "fr-par-2" });
    const own = elsewhere.resources.find(({ address }) => address.startsWith('module.app["a"]'));
    expect(own?.parts[0]?.spec).toMatchObject({ zone: "nl-ams-2" });
  });
});

describe("a plan that changes what is there", () => {
  const report = reportOf(fixture("platform.plan.json"));
  const rowOf = async (address: string) => (await report).resources.find((one) => one.address === address);

  it("counts a pool by its nodes and their volumes, and what scales by itself in the range", async () => {
    const node = await kilograms([
      [1, VM("PRO2-M", "fr-par-1")],
      [1, SBS("sbs_5k", 20, "fr-par-1")],
    ]);
    const apps = await rowOf("scaleway_k8s_pool.apps");
    expect(apps?.action).toBe("replace");
    expect(apps?.planned?.expected).toBeCloseTo(2 * node, 9);
    expect(apps?.parts[0]?.times).toEqual({ low: 1, expected: 2, high: 6 });
    expect(apps?.planned?.high).toBeGreaterThan(6 * node);
  });

  it("has nothing but the difference in the change: what both sides share moves together", async () => {
    const system = await rowOf("scaleway_k8s_pool.system");
    const { change, now } = system as NonNullable<typeof system>;
    // One node more, whatever a node is: a third of the three that there are.
    expect(change?.low).toBeCloseTo((now?.low as number) / 3, 9);
    expect(change?.high).toBeCloseTo((now?.high as number) / 3, 9);
    expect((await rowOf("scaleway_lb.same"))?.change).toEqual({ low: 0, expected: 0, high: 0 });
  });

  it("takes a stopped Instance for its volume alone", async () => {
    const batch = await rowOf("scaleway_instance_server.batch");
    expect(batch?.planned?.expected).toBeCloseTo(await kilograms([[1, SBS("sbs_5k", 30, "fr-par-1")]]), 9);
  });

  it("finds the zone of the provider that a resource names, and the default where none does", async () => {
    expect((await rowOf("scaleway_instance_server.warsaw"))?.parts[0]?.spec).toMatchObject({
      zone: "pl-waw-2",
    });
    expect((await rowOf("scaleway_k8s_pool.apps"))?.parts[0]?.spec).toMatchObject({ zone: "fr-par-1" });
    expect((await report).assumed.map(({ says }) => says).join()).toMatch(
      /fr-par-1 is taken, the default of the provider/,
    );
  });

  it("follows a group to its template, and a volume to the snapshot of a volume", async () => {
    const group = await rowOf("scaleway_autoscaling_instance_group.web");
    expect(group?.parts.map(({ spec }) => spec)).toEqual([
      { type: "PLAY2-MICRO", zone: "fr-par-1" },
      { storageClass: "sbs_5k", sizeGb: 12, zone: "fr-par-1" },
      { storageClass: "sbs_15k", sizeGb: 25, zone: "fr-par-1" },
    ]);
    expect(group?.parts[0]?.times).toEqual({ low: 2, expected: 2, high: 5 });
  });

  it("counts a deployment of a model by its nodes", async () => {
    const one = await kilograms([
      [1, { dedicatedDeployment: { nodeType: "L4", region: "fr-par", nodes: 1 } }],
    ]);
    const chat = await rowOf("scaleway_inference_deployment.chat");
    expect(chat?.planned?.expected).toBeCloseTo(one, 9);
    expect(chat?.parts[0]?.times?.high).toBe(3);
  });

  it("counts what is destroyed now, and not as planned", async () => {
    const gone = await rowOf("scaleway_k8s_pool.gone");
    expect(gone).toMatchObject({ action: "destroy", planned: null });
    expect(gone?.change?.expected).toBeCloseTo(-(gone?.now?.expected as number), 12);
  });

  it("tells of what was changed by others", async () => {
    expect((await report).warnings).toEqual([
      expect.stringMatching(/^1 resource was changed outside of Terraform/),
    ]);
  });
});

describe("a plan of what is rare", () => {
  const report = reportOf(fixture("edges.plan.json"));

  it("says why a resource has no figure, with names that are near", async () => {
    expect(reasonsOf(await report)).toEqual({
      "scaleway_instance_server.hidden_wrong Instance": "REFUSED",
      "scaleway_instance_server.unknown Instance": "UNKNOWN_UNTIL_APPLY",
      "scaleway_instance_server.unknown root volume": "UNKNOWN_UNTIL_APPLY",
      "scaleway_instance_server.misspelt Instance": "REFUSED",
      "aws_instance.other": "OTHER_PROVIDER",
      "scaleway_quantum_computer.future": "UNKNOWN_TYPE",
      "scaleway_k8s_cluster.milan control plane": "REFUSED",
      "scaleway_k8s_pool.elsewhere": "NO_FOOTPRINT",
      "scaleway_lb.later": "DEFERRED",
    });
    const misspelt = (await report).notEstimated.find(({ address }) => address.endsWith("misspelt"));
    expect(misspelt?.suggestions).toContain("PRO2-S");
  });

  it("prints nothing that is sensitive", async () => {
    const text = JSON.stringify(await report);
    expect(text).not.toContain("SECRET-TYPE");
    const hidden = (await report).resources.find(({ address }) => address.endsWith(".hidden"));
    expect(hidden?.parts[0]?.spec).toBeNull();
    expect(hidden?.planned?.expected).toBeGreaterThan(1);
  });

  it("takes a variable that is null for what the provider fills in", async () => {
    const row = (await report).resources.find(({ address }) => address.endsWith("null_zone"));
    expect(row?.parts[0]?.spec).toMatchObject({ zone: "fr-par-1" });
  });

  it("puts nodes into a zone of the region of their cluster", async () => {
    const pool = (await report).resources.find(({ address }) => address === "scaleway_k8s_pool.amsterdam");
    expect(pool?.parts.map(({ spec }) => spec?.zone)).toEqual(["nl-ams-1", "nl-ams-1"]);
  });

  it("counts a volume once that an Instance starts from", async () => {
    const own = (await report).resources.find(({ address }) => address.endsWith("boots_own"));
    expect(own?.parts.map(({ part }) => part)).toEqual(["Instance"]);
  });

  it("counts an object that is left behind until it is destroyed, and what is forgotten on and on", async () => {
    const { resources } = await report;
    const left = resources.filter(({ address }) => address === "scaleway_instance_server.left");
    expect(new Map(left.map(({ deposed, action }) => [deposed, action]))).toEqual(
      new Map([
        ["a1b2c3d4", "destroy"],
        [null, "none"],
      ]),
    );
    expect(resources.find(({ address }) => address === "scaleway_lb.forgotten")?.change?.expected).toBe(0);
  });
});

describe("a state", () => {
  it("is what is, and changes nothing", async () => {
    const report = await reportOf(fixture("state.json"));
    expect(report).toMatchObject({ kind: "state", planned: null, change: null, comparedWith: null });
    const expected = await kilograms([
      [2, VM("DEV1-M", "fr-par-2")],
      [1, VM("GP1-S", "fr-par-1")],
      [1, SBS("b_ssd", 60, "fr-par-1")],
      [1, SBS("b_ssd", 80, "fr-par-1")],
      [1, { loadBalancer: { type: "LB-GP-XL", zone: "fr-par-1" } }],
      [1, { objectBucket: { storageClass: "standard", storedGb: 16, region: "fr-par" } }],
    ]);
    expect(report.now.kgCo2Equivalent?.expected).toBeCloseTo(expected, 9);
  });

  it("without resources, and a plan without changes, are zero", async () => {
    const [plan, state] = await Promise.all(
      ["empty.plan.json", "empty.state.json"].map((name) => reportOf(fixture(name))),
    );
    expect(plan?.change?.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
    expect(state?.now.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
    expect(state?.counts.managed).toBe(0);
  });
});
