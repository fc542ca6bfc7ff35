import type { TerraformReport } from "../../src/terraform";
import { fixture, kilograms, parsed, reportOf } from "./support/reports";

// Plans of Terraform 1.11 itself, with the schema of the provider.
const VM = (type: string, zone: string) => ({ instance: { type, zone } });
const SBS = (storageClass: string, sizeGb: number, zone: string) => ({
  blockVolume: { storageClass, sizeGb, zone },
});

const expectedOf = ({ planned }: TerraformReport): number => planned?.kgCo2Equivalent?.expected as number;

describe("what awaits another resource", () => {
  it("has no figure: never that of a default", async () => {
    const { resources, notEstimated, planned } = await reportOf(fixture("unknown.plan.json"));
    const awaited = Object.fromEntries(
      notEstimated
        .filter(({ type }) => type.startsWith("scaleway_"))
        .map(({ address, part, reason, message }) => [
          `${address.replace("scaleway_", "")} ${part}`,
          `${reason} ${message.split(" ")[0]}`,
        ]),
    );
    expect(awaited).toEqual({
      "block_volume.v volume": "UNKNOWN_UNTIL_APPLY size_in_gb",
      "block_volume.v2 volume": "UNKNOWN_UNTIL_APPLY iops",
      "inference_deployment.d nodes": "UNKNOWN_UNTIL_APPLY min_size",
      "instance_server.unknown_disk root volume": "UNKNOWN_UNTIL_APPLY root_volume.0.size_in_gb",
      "instance_server.unknown_type Instance": "UNKNOWN_UNTIL_APPLY type",
      "instance_server.unknown_type root volume": "UNKNOWN_UNTIL_APPLY type",
      "instance_server.unknown_zone Instance": "UNKNOWN_UNTIL_APPLY zone",
      "instance_server.unknown_zone root volume": "UNKNOWN_UNTIL_APPLY zone",
      "k8s_cluster.k control plane": "UNKNOWN_UNTIL_APPLY type",
      "k8s_pool.p nodes": "UNKNOWN_UNTIL_APPLY size",
      "k8s_pool.p root volumes": "UNKNOWN_UNTIL_APPLY size",
      "k8s_pool.q nodes": "UNKNOWN_UNTIL_APPLY max_size",
      "k8s_pool.q root volumes": "UNKNOWN_UNTIL_APPLY max_size",
      "lb.l Load Balancer": "UNKNOWN_UNTIL_APPLY type",
    });
    const expected = await kilograms([
      [3, VM("PRO2-S", "fr-par-1")],
      [3, SBS("sbs_5k", 10, "fr-par-1")],
    ]);
    expect(planned?.kgCo2Equivalent?.expected).toBeCloseTo(expected, 9);
    expect(resources).toHaveLength(4);
  });

  it("is what the provider fills in where it is a place of a resource that names none", async () => {
    const plan = parsed("unknown.plan.json") as {
      configuration: { root_module: { resources: { name: string; expressions: Record<string, object> }[] } };
    };
    for (const { name, expressions } of plan.configuration.root_module.resources)
      if (name === "unknown_zone")
        expressions.zone = { references: ["scaleway_block_volume.v2.zone", "scaleway_block_volume.v2"] };
    const { resources } = await reportOf(plan);
    const [one] = resources.filter(({ address }) => address.endsWith("unknown_zone"));
    expect(one?.parts[0]?.spec).toEqual({ type: "PRO2-S", zone: "fr-par-1" });
  });
});

describe("what a plan knows to be null", () => {
  it("is what the provider takes: members of a map that leave it out", async () => {
    const report = await reportOf(fixture("keys.plan.json"));
    const expected = await kilograms([
      [1, VM("L4-1-24G", "pl-waw-2")],
      [1, SBS("sbs_15k", 200, "pl-waw-2")],
      [1, VM("PRO2-S", "fr-par-2")],
      [1, SBS("sbs_15k", 25, "fr-par-2")],
      [1, VM("GP1-S", "nl-ams-2")],
      [2, SBS("sbs_15k", 25, "nl-ams-2")],
    ]);
    expect(expectedOf(report)).toBeCloseTo(expected, 9);
    expect(report.notEstimated.map(({ address, reason }) => [address, reason])).toEqual([
      ['scaleway_instance_server.s["odd"]', "REFUSED"],
    ]);
  });

  it.each([
    ["a local value", { for_each_expression: { references: ["local.servers"] } }],
    ["another resource", { for_each_expression: { references: ["terraform_data.a.output"] } }],
    ["a variable that the plan does not have", { for_each_expression: { references: ["var.others"] } }],
  ])("is not known where the map is %s", async (_what, block) => {
    const plan = parsed("keys.plan.json") as { configuration: { root_module: { resources: object[] } } };
    const [first] = plan.configuration.root_module.resources;
    plan.configuration.root_module.resources = [{ ...first, ...block }];
    const { notEstimated } = await reportOf(plan);
    expect(new Set(notEstimated.map(({ address, reason }) => `${address} ${reason}`))).toEqual(
      new Set(['["odd"]', '["web[b]"]'].map((key) => `scaleway_instance_server.s${key} UNKNOWN_UNTIL_APPLY`)),
    );
  });

  it("is told of a provider's block in words that help", async () => {
    const plan = parsed("keys.plan.json") as { configuration: { provider_config: object } };
    plan.configuration.provider_config = {
      scaleway: { name: "scaleway", expressions: { zone: { references: ["local.zone"] } } },
    };
    const { notEstimated } = await reportOf(plan);
    expect(notEstimated.map(({ message }) => message)).toContain(
      "zone of its provider is an expression, whose value no plan has: --zone and --region say it.",
    );
    const said = await reportOf(plan, { zone: "nl-ams-2" });
    expect(expectedOf(said)).toBeCloseTo(expectedOf(await reportOf(fixture("keys.plan.json"))), 9);
  });
});

describe("the zone of a provider of which only the environment says it", () => {
  const type = "scaleway_instance_server";
  const one = (name: string, actions: string[], zone: string | null) => ({
    ...{ address: `${type}.${name}`, mode: "managed", type, name },
    change: {
      actions,
      before: zone === null ? null : { id: `${zone}/${name}`, type: "DEV1-S", zone },
      after: { type: "DEV1-M", ...(actions[0] === "no-op" ? { zone } : {}) },
      after_unknown: actions[0] === "no-op" ? {} : { id: true, zone: true },
    },
  });
  const planOf = (changes: readonly ReturnType<typeof one>[], expressions: object = {}) => ({
    format_version: "1.2",
    resource_changes: changes,
    configuration: {
      provider_config: { scaleway: { name: "scaleway" } },
      root_module: {
        resources: changes.map(({ address, name }) => ({
          ...{ address, mode: "managed", type, name, provider_config_key: "scaleway" },
          expressions: name === "elsewhere" ? { zone: { constant_value: "pl-waw-2" } } : expressions,
        })),
      },
    },
  });
  const zonesOf = ({ resources }: TerraformReport) =>
    Object.fromEntries(resources.map(({ address, parts }) => [address.split(".")[1], parts[0]?.spec?.zone]));

  it("is where its resources are that name none, and where what is replaced was", async () => {
    const report = await reportOf(
      planOf([
        one("kept", ["no-op"], "nl-ams-2"),
        one("elsewhere", ["no-op"], "pl-waw-2"),
        one("replaced", ["delete", "create"], "nl-ams-2"),
        one("made", ["create"], null),
      ]),
    );
    expect(zonesOf(report)).toEqual({
      ...{ kept: "nl-ams-2", elsewhere: "pl-waw-2", replaced: "nl-ams-2", made: "nl-ams-2" },
    });
    expect(report.assumed.map(({ says, resources }) => `${resources} ${says}`).join()).toMatch(
      /2 Where neither a resource nor its provider names a zone, that of what its provider has made before/,
    );
  });

  it("is the default of the provider where they differ, or there are none; what is replaced stays", async () => {
    const report = await reportOf(
      planOf([
        one("first", ["no-op"], "nl-ams-2"),
        one("second", ["no-op"], "pl-waw-1"),
        one("replaced", ["create", "delete"], "pl-waw-1"),
        one("made", ["create"], null),
      ]),
    );
    expect(zonesOf(report)).toMatchObject({ made: "fr-par-1", replaced: "pl-waw-1" });
    expect(zonesOf(await reportOf(planOf([one("made", ["create"], null)])))).toEqual({ made: "fr-par-1" });
    const said = { zone: "fr-par-2" };
    expect(
      zonesOf(
        await reportOf(planOf([one("kept", ["no-op"], "nl-ams-2"), one("made", ["create"], null)]), said),
      ),
    ).toEqual({ kept: "nl-ams-2", made: "fr-par-2" });
  });
});

describe("a model of one's own", () => {
  it("is left out of what is reported, as it was of the figure, so that a baseline is what it was", async () => {
    const plan = fixture("own-model.plan.json");
    const report = await reportOf(plan);
    expect(report.resources[0]?.parts[0]?.spec).toEqual({ nodeType: "H100", region: "fr-par" });
    const again = await reportOf(plan, { baseline: Buffer.from(JSON.stringify(report)) });
    expect(again.change?.kgCo2Equivalent).toEqual({ low: 0, expected: 0, high: 0 });
    expect(again.resources.map(({ action }) => action)).toEqual(["none"]);
  });
});
