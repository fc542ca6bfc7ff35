import type { Composition } from "../compose";
import { startOfDay } from "../core/footprint";
import { asConvention, exactly, type FactorValue, fromFactor } from "../core/formulas";
import type { ServedUsage } from "./llm-operating-points";
import { median } from "./llm-statistics";

const REGION = "fr-par";
const SPEED = "saturated speed of the benchmark";

/** Parameters by the series that they are of, in words. */
const PARAMETERS: Readonly<Record<string, RegExp>> = {
  "requests at once (load PRODUCTION)": /^serving\.concurrency\./,
  "share of the time at work (load PRODUCTION)": /^serving\.utilisation\./,
  [SPEED]: /^$/,
  "least time of a decode step": /^serving\.step\./,
  "power of the rest of the node": /\.rest-of-host$/,
  "power of GPUs that wait for memory": /^serving\.power\.waiting\./,
  "power of GPUs at work": /^serving\.power\.working\./,
  "power of GPUs without a request": /^serving\.power\.idle$/,
};

/** How far energy per output token goes when one parameter alone goes from its low to its high end. */
export interface Uncertainty {
  readonly parameter: string;
  /** high ÷ low, median over the models. */
  readonly span: number;
}

/** The widest first, over all models that the operator serves tokens of, each on its usual node at the default load. */
export async function uncertainties(composition: Composition, day: string): Promise<Uncertainty[]> {
  const session = composition.sessionAt(startOfDay(day));
  const known = await composition.benchmarks.list();
  const written = new Set(
    known.filter((one) => one.tokenType === "OUTPUT" && one.node !== null).map(({ model }) => model),
  );
  const usages = [...written].map((model) => {
    const spec = { model, region: REGION, outputTokens: 1 };
    return session.resource("serverlessUsage", spec).checked as unknown as ServedUsage;
  });
  const served = await Promise.all(
    usages.map(async (usage) => ({ usage, benchmarks: await usage.benchmarksOn(day, session.request) })),
  );
  const spanOf = (pattern: RegExp, isSpeed: boolean): number => {
    const factor = (series: string): FactorValue => {
      const value = fromFactor(session.factor(series));
      return pattern.test(series) ? value : asConvention(value);
    };
    return median(
      served.map(({ usage, benchmarks }) => {
        const byType = new Map(
          [...benchmarks.byType].map(([type, one]) => {
            const { tokensPerSecond: speed } = one;
            return [type, { ...one, tokensPerSecond: isSpeed ? speed : exactly(speed.expected) }];
          }),
        );
        const joules = usage.figuresOf({ ...benchmarks, byType }, factor).byType.get("OUTPUT")?.nodeJoules;
        return joules === undefined ? Number.NaN : joules.high / joules.low;
      }),
    );
  };
  return Object.entries(PARAMETERS)
    .map(([parameter, pattern]) => ({ parameter, span: spanOf(pattern, parameter === SPEED) }))
    .sort((a, b) => b.span - a.span);
}
