import "reflect-metadata";
import { compose } from "../../src/compose";
import { warmUp } from "../../src/process/warm-up";

/** How often calculators of each kind were run. */
function counted(): { composition: ReturnType<typeof compose>; runs: Map<string, number> } {
  const runs = new Map<string, number>();
  const composition = compose({
    aroundCalculator: (calculator) =>
      Object.create(calculator, {
        calculate: {
          value: (spec: object, context: never) => {
            runs.set(calculator.kind, (runs.get(calculator.kind) ?? 0) + 1);
            return calculator.calculate(spec, context);
          },
        },
      }),
  });
  return { composition, runs };
}

describe("a thread that warms up", () => {
  it("leaves nothing to compute of what is offered", async () => {
    const { composition } = counted();
    await warmUp(composition, () => true);
    const session = composition.sessionAt(new Date());
    const period = session.period(null);
    const { fields } = session.product("instance");
    const choicesOf = (name: string) => fields.find((field) => field.name === name)?.choices ?? [];
    const pending: string[] = [];
    let computed = 0;
    for (const type of choicesOf("type")) {
      for (const zone of choicesOf("zone")) {
        try {
          const totals = session.totalsIn("instance", { type, zone }, period);
          if (totals instanceof Promise) pending.push(`${type} ${zone}`);
          else computed += 1;
        } catch {
          // Not offered there.
        }
      }
    }
    expect(pending).toEqual([]);
    expect(computed).toBeGreaterThan(100);
  });

  it("stops when somebody asks", async () => {
    const { composition, runs } = counted();
    await warmUp(composition, () => false);
    expect(runs.size).toBe(0);
  });
});
