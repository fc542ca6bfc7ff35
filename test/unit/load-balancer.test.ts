import { type Component, dataQualityOf, sayNotes } from "../../src/core/footprint";
import { expectClose } from "../support/numbers";
import { balancers, expectSound, footprint, kg, only } from "./support/clusters";

const TYPES_IN_ZONES = [...balancers.types.values()].flatMap(({ name, zones }) =>
  zones.map((zone) => ({ type: name, zone })),
);

describe("a Load Balancer", () => {
  it.each(TYPES_IN_ZONES)("$type in $zone is its Instances and a share of a control plane", async (spec) => {
    const whole = await footprint("loadBalancer", spec);
    const [own, control] = whole.components;

    expectSound(whole);
    expect(own?.resource?.kind).toBe("instance");
    const one = await footprint("instance", own?.resource?.spec ?? {});
    expectClose(kg(own as Component).expected, kg(one).expected * (own?.quantity ?? 0));
    expectClose(kg(own as Component).low, kg(one).low);
    expect(control?.kind).toBe("CONTROL_PLANE");
    expect(control?.parts).toMatchObject({
      manufacturing: { kgCo2Equivalent: { expected: 0 } },
      usage: { kgCo2Equivalent: { expected: 0 } },
    });
    expect(control?.children[0]?.resource).toMatchObject({ kind: "instance", spec: { zone: spec.zone } });
  });

  it("keeps manufacturing and usage of its Instances", async () => {
    const { parts } = await footprint("loadBalancer", { type: "LB-S", zone: "fr-par-1" });
    const one = await footprint("instance", { type: "PRO2-XXS", zone: "fr-par-1" });

    expectClose(
      parts.manufacturing.kgCo2Equivalent.expected,
      2 * one.parts.manufacturing.kgCo2Equivalent.expected,
    );
    expectClose(parts.usage.kgCo2Equivalent.expected, 2 * one.parts.usage.kgCo2Equivalent.expected);
  });

  it("shows the range of the assumed divisor in the bounds of its control plane", async () => {
    const whole = await footprint("loadBalancer", { type: "LB-S", zone: "fr-par-1" });
    const control = only(whole, "CONTROL_PLANE");
    const one = await footprint("instance", { type: "PRO2-XS", zone: "fr-par-1" });

    expectClose(kg(control).low, (kg(one).low * 3) / 2000);
    expectClose(kg(control).expected, (kg(one).expected * 3) / 500);
    expectClose(kg(control).high, (kg(one).high * 6) / 100);
    expectClose(control.allocation?.share ?? 0, 1 / 500);
  });

  it("rests on assumptions, and says so", async () => {
    const whole = await footprint("loadBalancer", { type: "LB-GP-M", zone: "fr-par-1" });

    expectClose(dataQualityOf(whole).assumed, 1);
    expect(sayNotes(whole).join()).toContain(
      "which offer stands for the Instances behind a Load Balancer, and how many there are",
    );
  });

  it.each([
    [{ type: "LB-GP-S", zone: "fr-par-1" }, "BAD_USER_INPUT", "input.type"],
    [{ type: "LB-S", zone: "fr-par-9" }, "UNKNOWN_ZONE", "input.zone"],
    [{ type: "LB-S", zone: "it-mil-1" }, "NOT_AVAILABLE_IN_LOCALITY", "input.zone"],
  ])("refuses %j with %s", async (spec, code, field) => {
    await expect(footprint("loadBalancer", spec)).rejects.toMatchObject({ code, details: { field } });
  });
});
