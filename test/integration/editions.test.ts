import { PLUGINS } from "../../src/compose";
import { METHODOLOGY, type MethodEdition } from "../../src/core/method";
import {
  type Calculation,
  type CalculationContext,
  defineEditions,
  Editions,
  input,
} from "../../src/plugin-kit";
import { RATE, SmallCalculator, type SmallSpec, smallPlugin } from "../external/support/small-plugin";
import { dataOf, type LiveGraph, startLiveGraph } from "../support/live-graph";

const CHANGE = "2026-03-01";
const BEFORE = "2026-02-28";

const EMITTED = defineEditions({ symbol: "E", label: "Emitted", unit: "kgCO2e" }, [
  { from: null, expression: "dU × amount × rate" },
  { from: CHANGE, expression: "dU × amount × rate × 3" },
]);

/** A product whose formula changes on a day. */
class ChangingCalculator extends SmallCalculator {
  override async calculate({ amount }: SmallSpec, { hours, factors }: CalculationContext) {
    const terms = { dU: hours, amount: input(amount, "-"), rate: { ...RATE, factor: RATE } };
    const calculation: Calculation = factors.edition(EMITTED).apply(terms);
    return this.footprint([{ criterion: "kgCo2Equivalent", stage: "use", calculation }]);
  }
}

const [first] = METHODOLOGY.all as [MethodEdition];
const methodology = new Editions([
  first,
  { ...first, validFrom: CHANGE, id: "of-march", version: "2026-03" },
]);

let graph: LiveGraph;
beforeAll(async () => {
  graph = await startLiveGraph({ plugins: [...PLUGINS, smallPlugin(ChangingCalculator)], methodology });
});
afterAll(() => graph.stop());

const ask = async (query: string): Promise<Record<string, unknown>> => dataOf(await graph.askText(query));

describe("a formula that changes on a day", () => {
  const asOf = (day: string): string =>
    `smallThing(input: {amount: 1}, asOf: "${day}") { footprint(during: {hours: 10}) { ...F } }`;
  const FOOTPRINT = `fragment F on Footprint {
    total { kgCo2Equivalent } methodology { version }
    components { calculations { label formula validFrom validTo result } }
  }`;
  const shown = (kg: number, version: string, calculations: object[]): object => ({
    footprint: { total: { kgCo2Equivalent: kg }, methodology: { version }, components: [{ calculations }] },
  });
  const old = { label: "Emitted", formula: "dU × amount × rate", validFrom: null, validTo: CHANGE };
  const young = { label: "Emitted", formula: "dU × amount × rate × 3", validFrom: CHANGE, validTo: null };

  it("is that of asOf, with the method of the day", async () => {
    const answer = await ask(`{ before: ${asOf(BEFORE)} after: ${asOf(CHANGE)} } ${FOOTPRINT}`);
    expect(answer).toEqual({
      before: shown(20, first.version, [{ ...old, result: 20 }]),
      after: shown(60, "2026-03", [{ ...young, result: 60 }]),
    });
  });

  it("splits a period, and the explanation has both editions", async () => {
    const { smallThing } = (await ask(`{ smallThing(input: {amount: 1}) {
      footprint(during: {start: "2026-02-28T00:00:00Z", end: "2026-03-02T00:00:00Z"}) {
        total { kgCo2Equivalent } notes components { calculations { label validFrom validTo result } }
      }
    } }`)) as {
      smallThing: { footprint: { total: object; notes: string[]; components: { calculations: object[] }[] } };
    };
    const { total, notes, components } = smallThing.footprint;
    expect(total).toEqual({ kgCo2Equivalent: 48 + 144 });
    expect(notes.join()).toContain(`split at ${CHANGE}`);
    const dates = ({ label, validFrom, validTo }: typeof old | typeof young) => ({
      label,
      validFrom,
      validTo,
    });
    expect(components[0]?.calculations).toEqual([
      { ...dates(old), result: 48 },
      { ...dates(young), result: 144 },
    ]);
  });

  it("is what drives a revision, by the name of its edition", async () => {
    const { revision } = await ask(`{
      revision(items: [{resource: {smallThing: {amount: 1}}}], from: "${BEFORE}", to: "${CHANGE}", during: {hours: 10}) {
        difference { kgCo2Equivalent } drivers { label a b effect }
      }
    }`);
    expect(revision).toEqual({
      difference: { kgCo2Equivalent: 40 },
      drivers: [{ label: `Thing: Emitted → Emitted (edition of ${CHANGE})`, a: 20, b: 60, effect: 40 }],
    });
  });
});

describe("the method", () => {
  it("is that of asOf", async () => {
    expect(
      await ask(`{
        before: methodology(asOf: "${BEFORE}") { id version }
        after: methodology(asOf: "${CHANGE}") { id version }
        today: methodology { version }
      }`),
    ).toEqual({
      before: { id: first.id, version: first.version },
      after: { id: "of-march", version: "2026-03" },
      today: { version: "2026-03" },
    });
  });

  it("does not change in what is pinned to a day before all factors", async () => {
    expect(await ask(`{ methodology(asOf: "1999-01-01") { version } }`)).toEqual({
      methodology: { version: first.version },
    });
  });
});
