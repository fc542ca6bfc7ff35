import { gaussLegendre, type Integrand, integrate } from "../../src/core/differences/quadrature";
import { sum } from "../support/differences";
import { expectClose } from "../support/numbers";

function of(f: (t: number) => number[], branches: (t: number) => string = () => ""): Integrand {
  return { dimension: f(0.5).length, rounding: 0, slopes: (t) => Float64Array.from(f(t)), branches };
}

describe("the rule of Gauss and Legendre", () => {
  it("is the one of the tables", () => {
    const { nodes, weights } = gaussLegendre(2);
    expectClose(nodes[0] ?? 0, (1 - 1 / Math.sqrt(3)) / 2, 1e-15);
    expectClose(nodes[1] ?? 0, (1 + 1 / Math.sqrt(3)) / 2, 1e-15);
    expect(weights).toEqual([expect.closeTo(0.5, 15), expect.closeTo(0.5, 15)]);
    // Abramowitz & Stegun 1964, table 25.4, n = 4.
    expectClose(gaussLegendre(4).nodes[0] ?? 0, (1 - 0.861136311594053) / 2, 1e-13);
    expectClose(gaussLegendre(4).weights[0] ?? 0, 0.347854845137454 / 2, 1e-13);
  });

  it.each([4, 8, 16, 32])("with %i nodes is exact to degree 2n − 1, and not beyond", (n) => {
    const { nodes, weights } = gaussLegendre(n);
    const power = (degree: number): number =>
      sum(nodes.map((node, k) => (weights[k] as number) * node ** degree));
    for (let degree = 0; degree < 2 * n; degree++) expectClose(power(degree), 1 / (degree + 1), 1e-13);
    if (n === 4) expect(Math.abs(power(2 * n) - 1 / (2 * n + 1))).toBeGreaterThan(1e-6);
  });
});

describe("an integral", () => {
  it("is of each component by itself", () => {
    const [polynomial, quotient] =
      integrate(
        of((t) => [6 * t ** 2, 1 / (1 + t)]),
        1,
      ) ?? [];
    expectClose(polynomial ?? 0, 2, 1e-14);
    expectClose(quotient ?? 0, Math.LN2, 1e-13);
  });

  it("is cut where it is steep", () => {
    const steep = of((t) => [1 / (1e-6 + t)]);
    expectClose(integrate(steep, 64)?.[0] ?? 0, Math.log((1e-6 + 1) / 1e-6), 1e-11);
    expect(integrate(steep, 1)).toBeNull();
  });

  it("is cut where the branches change, to the last bit", () => {
    const jump = of(
      (t) => [t < 1 / 3 ? 1 : 5],
      (t) => (t < 1 / 3 ? "l" : "r"),
    );
    expectClose(integrate(jump, 3)?.[0] ?? 0, 1 / 3 + 10 / 3, 1e-14);
  });

  it("does not settle over a pole", () => {
    expect(
      integrate(
        of((t) => [1 / (t - 0.4) ** 2]),
        64,
      ),
    ).toBeNull();
    expect(
      integrate(
        of(() => [Number.NaN]),
        64,
      ),
    ).toBeNull();
  });

  it("of errors that would cancel in a sum is refined until each component is right", () => {
    const f = (t: number): number => 1 / (0.01 + t);
    const [one, other] =
      integrate(
        of((t) => [f(t), -f(t)]),
        64,
      ) ?? [];
    expectClose(one ?? 0, Math.log(101), 1e-11);
    expectClose(other ?? 0, -Math.log(101), 1e-11);
  });
});
