import { loadsAround } from "../../plugins/serverless/loads-around";

describe("the loads that one is a mean of", () => {
  it.each([
    [1, 1],
    [7.5, 0.31],
    [4096, 1e-4],
  ])("share its inverses, of %s requests at work %s of the time", (concurrency, utilisation) => {
    const around = loadsAround({ concurrency, utilisation }) ?? [];
    const mean = (of: (at: (typeof around)[number]["at"]) => number): number =>
      around.reduce((sum, { at, weight }) => sum + weight * of(at), 0);
    expect(mean(() => 1)).toBeCloseTo(1, 14);
    expect(mean((at) => 1 / at.concurrency)).toBeCloseTo(1 / concurrency, 14);
    expect(mean((at) => 1 / at.utilisation) * utilisation).toBeCloseTo(1, 14);
  });

  it("are none for one that is not between them", () => {
    expect(loadsAround({ concurrency: 2 ** 21, utilisation: 0.5 })).toBeNull();
    expect(loadsAround({ concurrency: 0.5, utilisation: 0.5 })).toBeNull();
    expect(loadsAround({ concurrency: 8, utilisation: 2 ** -21 })).toBeNull();
  });
});
