import {
  type Component,
  type Contribution,
  group,
  leaf,
  shareComponent,
  totalOf,
} from "../../src/core/footprint";
import { defineFormula, fromFactor, input, range } from "../../src/core/formulas";
import { factor } from "../support/factors";
import { BOUNDS, expectClose } from "../support/numbers";

const BURNT = defineFormula({ symbol: "burnt", label: "Burnt", unit: "kgCO2e", expression: "E × EF" });
const ONE_OF = defineFormula({ symbol: "share", label: "One of n", unit: "-", expression: "1 / n" });

const SHARERS = fromFactor(factor({ series: "sharers", range: range(10, 20, 50), confidence: "ASSUMED" }));

function lamp(): Component {
  const calculation = BURNT.apply({
    E: input(4, "kWh"),
    EF: fromFactor(factor({ series: "ef", range: range(1, 2, 3) })),
  });
  const contribution: Contribution = { criterion: "kgCo2Equivalent", stage: "use", calculation };
  const one = leaf({
    name: "Lamp",
    kind: "NODE",
    charged: "equipment",
    contributions: [contribution],
    unknown: new Set(["m3WaterUsage"]),
  });
  return group({ name: "Lamps", kind: "POOL" }, [one], [calculation]);
}

describe("a share of a component", () => {
  const share = ONE_OF.apply({ n: SHARERS });
  const shared = shareComponent(lamp(), share);

  it("multiplies bound by bound: the range of the share widens that of the result", () => {
    const { low, expected, high } = totalOf(shared.parts).kgCo2Equivalent;

    expectClose(low, (4 * 1) / 50);
    expectClose(expected, (4 * 2) / 20);
    expectClose(high, (4 * 3) / 10);
  });

  it("is made of the same share of its children", () => {
    const [child] = shared.children;
    for (const bound of BOUNDS) {
      expectClose(shared.parts.usage.kgCo2Equivalent[bound], child?.parts.usage.kgCo2Equivalent[bound] ?? 0);
    }
    expectClose(shared.quantity, 1 / 20);
  });

  it("is explained as share × one, in the unit of the whole, with the calculation of the share", () => {
    const calculations = [
      ...(shared.children[0]?.contributions ?? []).map((one) => one.calculation),
      ...shared.workings,
    ];

    expect(calculations).toHaveLength(2);
    for (const calculation of calculations) {
      expect(calculation.formula.expression).toBe("share × one");
      expect(calculation.unit).toBe("kgCO2e");
      expect(calculation.terms.share).toBe(share);
      expect(calculation.range).toEqual(shared.parts.usage.kgCo2Equivalent);
    }
  });

  it("leaves unknown what is unknown", () => {
    expect(shared.parts.usage.m3WaterUsage).toBeNull();
    expect(totalOf(shared.parts).m3WaterUsage).toBeNull();
  });
});
