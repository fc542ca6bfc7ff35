import { documentOf } from "../../src/terraform/read";
import { expectAll, reportOf } from "./support/reports";

const planOf = (...resource_changes: unknown[]) => ({ format_version: "1.2", resource_changes });
const LB = { address: "scaleway_lb.a", mode: "managed", type: "scaleway_lb", name: "a" };
const changed = (type: string, actions: unknown = ["create"]) => ({
  ...{ address: `${type}.a`, mode: "managed", type, name: "a" },
  change: { actions, before: null, after: {}, after_unknown: {} },
});

describe("a resource that a plan says little of", () => {
  it.each([
    ["an address alone", { address: "x" }, /neither what it is nor what it will be/],
    ["no type", { address: "x", change: changed("x").change }, /of which type/],
    ["no change", LB, /neither what it is nor what it will be/],
    ["an action that is none", { ...LB, change: changed("x", ["frobnicate"]).change }, /"frobnicate"/],
    ["an action that is no text", { ...LB, change: changed("x", [{ toString: 1 }]).change }, /No action/],
    ["actions that are no list", { ...LB, change: changed("x", "frobnicate").change }, /"frobnicate"/],
    ["an action beside one that is known", { ...LB, change: changed("x", ["delete", "no"]).change }, /"no"/],
  ])("is listed with its reason, with a baseline too: %s", async (_what, entry, message) => {
    const plan = planOf(entry);
    for (const report of [await reportOf(plan), await reportOf(plan, { baseline: plan })]) {
      expectAll(report);
      expect(report.counts).toMatchObject({ managed: 1, estimated: 0, byReason: { REFUSED: 1 } });
      expect(report.notEstimated.map((one) => one.message)).toEqual([expect.stringMatching(message)]);
      expect(report.planned?.kgCo2Equivalent).toBeNull();
    }
  });

  it.each<[string, object]>([
    ["has neither an address nor a type", planOf({})],
    [
      "has neither an address nor a type",
      { format_version: "1.2", planned_values: {}, deferred_changes: [{}] },
    ],
    [
      "has neither an address nor a type",
      { format_version: "1.0", values: { root_module: { resources: [{}] } } },
    ],
    ["resource_changes[1] is no object", planOf(LB, 7)],
    ["resource_changes is no list", { format_version: "1.2", resource_changes: { a: LB } }],
    ["resources is no list", { format_version: "1.0", values: { root_module: { resources: LB } } }],
    [
      "after of scaleway_lb.a is no object",
      planOf({ ...LB, change: { actions: ["create"], after: "LB-S" } }),
    ],
    ["before of a change is no object", planOf({ type: "x", change: { actions: ["delete"], before: [1] } })],
    ["has no type", { version: 4, resources: [{ name: "a", instances: [{}] }] }],
    [
      "instances[0] is no object",
      { version: 4, resources: [{ type: "scaleway_lb", name: "a", instances: [1] }] },
    ],
  ])("is refused with the document where nothing names it: %s", (message, document) => {
    expect(() => documentOf(document)).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT", message: expect.stringContaining(message) }),
    );
  });
});

describe("a plan of other providers alone", () => {
  it.each(["aws_instance", "random_future"])("is unknown, and not zero: %s", async (type) => {
    const { now, planned, change, counts } = await reportOf(planOf(changed(type)));
    expect(counts.byReason).toEqual({ OTHER_PROVIDER: 1 });
    expect([now, planned, change].map((one) => one?.kgCo2Equivalent)).toEqual([null, null, null]);
  });

  it("is unknown beside what has no footprint", async () => {
    const { planned } = await reportOf(planOf(changed("aws_instance"), changed("scaleway_vpc")));
    expect(planned?.kgCo2Equivalent).toBeNull();
  });

  it.each([
    "terraform_data",
    "null_resource",
    "random_password",
    "time_sleep",
    "tls_private_key",
    "local_file",
  ])("is zero where all of it is of Terraform alone: %s", async (type) => {
    const { planned, counts } = await reportOf(planOf(changed(type)));
    expect(counts.byReason).toEqual({ NO_FOOTPRINT: 1 });
    expect(planned?.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
  });
});

describe("a plan that is not whole", () => {
  const FAILED = "Planning ended with an error, so that the plan is not whole: resources may be missing.";
  const PARTIAL = "The plan is not complete: more is planned when it is applied.";

  it.each([
    [{ errored: true, complete: false }, [FAILED]],
    [{ errored: true }, [FAILED]],
    [{ errored: false, complete: false }, [PARTIAL]],
    [{ errored: false, complete: true }, []],
    [{}, []],
  ])("is told so: %j", async (said, warnings) => {
    const plan = { ...planOf(changed("scaleway_lb")), ...said };
    const report = await reportOf(plan);
    const told = report.warnings.filter((text) => text === FAILED || text === PARTIAL);
    expect([told, report.counts.managed]).toEqual([warnings, 1]);
  });
});
