import fc from "fast-check";
import { expectAll, reportOf } from "./support/reports";

const anyPlace = fc.constantFrom(
  {},
  { zone: "fr-par-1" },
  { zone: "nl-ams-2", region: "nl-ams" },
  { zone: "nowhere-1" },
  { zone: null },
);
const anySize = fc.option(fc.constantFrom(5, 20, 100, "40", -3, 1e9), { nil: undefined });
const anyType = fc.constantFrom("DEV1-S", "pro2_s", "GP1-XS", "NO-SUCH", null, undefined, 7);

/** Values of resources of many types: sound, odd, unknown. */
const anyValues = fc.tuple(
  fc.constantFrom(
    "scaleway_instance_server",
    "scaleway_block_volume",
    "scaleway_k8s_pool",
    "scaleway_k8s_cluster",
    "scaleway_lb",
    "scaleway_object_bucket",
    "scaleway_rdb_instance",
    "scaleway_vpc",
    "scaleway_what",
    "aws_instance",
  ),
  fc.tuple(anyPlace, anySize, anyType, fc.boolean()).map(([place, size, type, scales]) => ({
    ...place,
    type,
    node_type: type,
    size,
    size_in_gb: size,
    autoscaling: scales,
    min_size: 1,
    max_size: 5,
    root_volume: size === undefined ? null : [{ size_in_gb: size, volume_type: "sbs_volume" }],
  })),
);

const ACTIONS = [
  ["create"],
  ["no-op"],
  ["update"],
  ["delete"],
  ["delete", "create"],
  ["create", "delete"],
  ["forget"],
  ["read"],
];

const anyChange = fc
  .tuple(
    fc.constantFrom(...ACTIONS),
    anyValues,
    anyValues,
    fc.nat({ max: 99 }),
    fc.constantFrom("", "module.a", 'module.b["x"].module.c[0]'),
  )
  .map(([actions, [type, before], [, after], index, module]) => ({
    address: `${module === "" ? "" : `${module}.`}${type}.r[${index}]`,
    ...(module === "" ? {} : { module_address: module }),
    mode: actions[0] === "read" ? "data" : "managed",
    ...{ type, name: "r", index, provider_name: "registry.terraform.io/scaleway/scaleway" },
    change: {
      actions,
      before: actions[0] === "create" && actions.length === 1 ? null : before,
      after:
        actions.at(-1) === "delete" || actions[0] === "forget"
          ? actions.length === 2
            ? after
            : null
          : after,
      after_unknown: { id: true, ...(index % 7 === 0 ? { zone: true } : {}) },
    },
  }));

const anyPlan = fc.uniqueArray(anyChange, { maxLength: 40, selector: ({ address }) => address });

const NOTHING = { low: 0, expected: 0, high: 0 };

describe("any plan", () => {
  it("has each managed resource once, and adds up", () =>
    fc.assert(
      fc.asyncProperty(anyPlan, async (resource_changes) => {
        const report = await reportOf({ format_version: "1.2", resource_changes });
        expectAll(report);
        expect(report.counts.managed).toBe(resource_changes.filter(({ mode }) => mode === "managed").length);
        // Of resources none of which has a figure, the sum is unknown.
        if (report.now.kgCo2Equivalent === null) return expect(report.counts.estimated).toBe(0);
        const at = (one: typeof report.now | null): number => one?.kgCo2Equivalent?.expected as number;
        expect(at(report.now) + at(report.change)).toBeCloseTo(at(report.planned), 6);
        const range = report.change?.kgCo2Equivalent;
        expect(range?.low).toBeLessThanOrEqual(range?.expected as number);
        expect(range?.high).toBeGreaterThanOrEqual(range?.expected as number);
      }),
      { numRuns: 40 * Number(process.env.FUZZ_TIMES ?? 1) },
    ));

  it("undone by a second one changes nothing", () =>
    fc.assert(
      fc.asyncProperty(anyPlan, async (changes) => {
        const back = changes.map((one) => ({
          ...one,
          change: {
            ...one.change,
            before: one.change.after,
            after: one.change.before,
            actions: ["update"],
            after_unknown: {},
          },
        }));
        const ofNew = { format_version: "1.2", resource_changes: back };
        const report = await reportOf(ofNew, { baseline: Buffer.from(JSON.stringify(ofNew)) });
        expect(report.change?.kgCo2Equivalent ?? NOTHING).toEqual(NOTHING);
      }),
      { numRuns: 15 * Number(process.env.FUZZ_TIMES ?? 1) },
    ));
});
