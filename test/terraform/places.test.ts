import { join } from "node:path";
import { composeEstimates } from "../../src/compose-estimates";
import { loadExternalPlugins } from "../../src/process/external-plugins";
import { estimateTerraform, type TerraformReport } from "../../src/terraform";
import { withOutside } from "../external/support/with-outside";
import { expectAll, NOW, reportOf } from "./support/reports";
import { constant, type Expressions, planOf, reference, type Written } from "./support/written-plan";

const zoneOf = ({ resources }: TerraformReport, at = 0): unknown => resources[at]?.parts[0]?.spec?.zone;
const INSTANCE: Written = { type: "scaleway_instance_server", after: { type: "PRO2-S" } };
const provider = (expressions: Expressions) => ({ name: "scaleway", expressions });

describe("the zone of a resource", () => {
  it.each<[string, Parameters<typeof planOf>, string]>([
    ["is its own", [[{ ...INSTANCE, after: { type: "PRO2-S", zone: "pl-waw-3" } }]], "pl-waw-3"],
    [
      "is a constant that is not planned yet",
      [[{ ...INSTANCE, expressions: { zone: constant("nl-ams-3") } }]],
      "nl-ams-3",
    ],
    [
      "is that of its provider",
      [[INSTANCE], { providers: { scaleway: provider({ zone: constant("nl-ams-2") }) } }],
      "nl-ams-2",
    ],
    [
      "is that of the provider that it names",
      [
        [{ ...INSTANCE, key: "scaleway.b" }],
        {
          providers: {
            scaleway: provider({ zone: constant("nl-ams-2") }),
            "scaleway.b": provider({ zone: constant("pl-waw-1") }),
          },
        },
      ],
      "pl-waw-1",
    ],
    [
      "is that of a provider of another local name",
      [[{ ...INSTANCE, key: "scw" }], { providers: { scw: provider({ zone: constant("pl-waw-2") }) } }],
      "pl-waw-2",
    ],
    [
      "is that of the provider of the root, in a module that says no more than that it needs one",
      [
        [{ ...INSTANCE, module: "app", key: "module.app:scaleway" }],
        {
          providers: {
            scaleway: provider({ zone: constant("nl-ams-2") }),
            "module.app:scaleway": { name: "scaleway", module_address: "module.app" },
          },
          calls: { app: { expressions: {} } },
        },
      ],
      "nl-ams-2",
    ],
    [
      "is a member of a variable",
      [
        [INSTANCE],
        {
          providers: { scaleway: provider({ zone: reference("var.place.zone", "var.place") }) },
          variables: { place: { value: { zone: "nl-ams-3" } } },
        },
      ],
      "nl-ams-3",
    ],
    [
      "is what a module is handed",
      [
        [{ ...INSTANCE, module: "app", expressions: { zone: reference("var.zone") } }],
        {
          calls: { app: { expressions: { zone: reference("var.all") } } },
          variables: { all: { value: "pl-waw-2" } },
        },
      ],
      "pl-waw-2",
    ],
    [
      "is the default of a module's variable",
      [
        [{ ...INSTANCE, module: "app", expressions: { zone: reference("var.zone") } }],
        { calls: { app: { expressions: {}, module: { variables: { zone: { default: "nl-ams-1" } } } } } },
      ],
      "nl-ams-1",
    ],
    [
      "is that of another resource",
      [
        [
          {
            ...INSTANCE,
            expressions: {
              zone: reference(
                "scaleway_instance_placement_group.r.zone",
                "scaleway_instance_placement_group.r",
              ),
            },
          },
          {
            type: "scaleway_instance_placement_group",
            after: {},
            expressions: { zone: constant("nl-ams-2") },
          },
        ],
      ],
      "nl-ams-2",
    ],
    [
      "is an output of a module",
      [
        [
          { ...INSTANCE, expressions: { zone: reference("module.net.zone", "module.net") } },
          { type: "scaleway_vpc_public_gateway", module: "net", after: { zone: "pl-waw-1" } },
        ],
        {
          calls: {
            net: {
              expressions: {},
              module: {
                outputs: {
                  zone: {
                    expression: reference(
                      "scaleway_vpc_public_gateway.r.zone",
                      "scaleway_vpc_public_gateway.r",
                    ),
                  },
                },
              },
            },
          },
        },
      ],
      "pl-waw-1",
    ],
  ])("%s", async (_what, [resources, rest], zone) => {
    const report = await reportOf(planOf(resources, rest));
    expect(zoneOf(report)).toBe(zone);
    expectAll(report);
  });

  it.each<[string, Parameters<typeof planOf>]>([
    [
      "a local value decides",
      [[INSTANCE], { providers: { scaleway: provider({ zone: reference("local.zone") }) } }],
    ],
    [
      "it is put together of several",
      [
        [{ ...INSTANCE, expressions: { zone: reference("var.region", "var.number") } }],
        { variables: { region: { value: "fr-par" } } },
      ],
    ],
    [
      "references go round in a circle",
      [
        [
          {
            ...INSTANCE,
            expressions: { zone: reference("scaleway_instance_server.r.zone", "scaleway_instance_server.r") },
          },
        ],
      ],
    ],
  ])("is not known until apply where %s", async (_what, [resources, rest]) => {
    const report = await reportOf(planOf(resources, rest));
    expect(report.notEstimated[0]?.reason).toBe("UNKNOWN_UNTIL_APPLY");
    expect(report.planned?.kgCo2Equivalent).toBeNull();
    expect(zoneOf(await reportOf(planOf(resources, rest), { zone: "fr-par-2" }))).toBe(
      resources[0]?.expressions === undefined ? "fr-par-2" : undefined,
    );
  });

  it("of nodes is in the region of the provider, where only that is said", async () => {
    const pool: Written = { type: "scaleway_k8s_pool", after: { node_type: "PRO2-S", size: 1 } };
    const report = await reportOf(
      planOf([pool], { providers: { scaleway: provider({ region: constant("nl-ams") }) } }),
    );
    expect(zoneOf(report)).toBe("nl-ams-1");
    const zoned = await reportOf(
      planOf([pool], { providers: { scaleway: provider({ zone: constant("nl-ams-3") }) } }),
    );
    expect(zoneOf(zoned)).toBe("nl-ams-3");
  });
});

describe("what another resource says", () => {
  it("is that of the instance with the same key", async () => {
    const plan = planOf([
      { type: "scaleway_block_volume", index: "a", after: { iops: 5000, size_in_gb: 10, zone: "fr-par-1" } },
      { type: "scaleway_block_volume", index: "b", after: { iops: 15000, size_in_gb: 70, zone: "fr-par-1" } },
      {
        ...{ type: "scaleway_block_snapshot", index: "b", after: { zone: "fr-par-1" } },
        expressions: { volume_id: reference("scaleway_block_volume.r", "each.key") },
      },
    ]);
    const { resources } = await reportOf(plan);
    const snapshot = resources.find(({ type }) => type === "scaleway_block_snapshot");
    expect(snapshot?.parts[0]?.spec).toEqual({
      storageClass: "sbs_15k_snapshot",
      sizeGb: 70,
      zone: "fr-par-1",
    });
  });

  it("is not known where instances differ and none is meant", async () => {
    const plan = planOf([
      { type: "scaleway_block_volume", index: 0, after: { iops: 5000, size_in_gb: 10, zone: "fr-par-1" } },
      { type: "scaleway_block_volume", index: 1, after: { iops: 5000, size_in_gb: 70, zone: "fr-par-1" } },
      {
        type: "scaleway_block_snapshot",
        after: { zone: "fr-par-1" },
        expressions: { volume_id: reference("scaleway_block_volume.r") },
      },
    ]);
    const { notEstimated } = await reportOf(plan);
    expect(notEstimated).toEqual([
      expect.objectContaining({ type: "scaleway_block_snapshot", reason: "UNKNOWN_UNTIL_APPLY" }),
    ]);
  });
});

describe("what is sensitive", () => {
  it("is not printed where it is a number of nodes, or a variable of the provider", async () => {
    const pool: Written = {
      ...{ type: "scaleway_k8s_pool", after: { node_type: "PRO2-S", size: 7, zone: "fr-par-1" } },
      sensitive: { size: true },
    };
    const { resources } = await reportOf(planOf([pool]));
    expect(resources[0]?.parts.map(({ spec, times }) => [spec, times])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(resources[0]?.planned?.expected).toBeGreaterThan(7);
    const secret = await reportOf(
      planOf([INSTANCE], {
        ...{
          providers: { scaleway: provider({ zone: reference("var.zone") }) },
          variables: { zone: { value: "pl-waw-2" } },
        },
        declared: { zone: { sensitive: true } },
      }),
    );
    expect(JSON.stringify(secret)).not.toContain("pl-waw-2");
  });
});

describe("a plugin from outside", () => {
  it("brings the rules for its resources with it", async () => {
    const plugins = withOutside(...loadExternalPlugins(["./public-gateway"], join(__dirname, "../external")));
    const composed = composeEstimates({ plugins });
    const plan = planOf([
      { type: "scaleway_vpc_public_gateway", after: { type: "VPC-GW-M" } },
      { type: "scaleway_vpc_public_gateway_ip", after: {} },
    ]);
    const asked = { plan: Buffer.from(JSON.stringify(plan)) };
    const report = await estimateTerraform(asked, composed.infrastructure(), composed.sessionAt(NOW));
    expect(report.resources[0]?.parts[0]).toMatchObject({
      product: "publicGateway",
      spec: { type: "VPC-GW-M", zone: "fr-par-1" },
    });
    expect(report.notEstimated.map(({ reason }) => reason)).toEqual(["NO_FOOTPRINT"]);
    await composed.benchmarks.close();
  });
});
