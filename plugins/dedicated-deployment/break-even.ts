import { type Calculation, defineFormula, type Factor, fromFactor, input } from "../../src/core/formulas";

/** The load of a model, as it stands in formulas: tokens or, for audio alone, seconds of audio. */
export const TOKENS = amountOf("tokens", { unit: "tokens", name: "Tokens" });
export const AUDIO = amountOf("audio", { unit: "s", name: "Seconds of audio" });
type Amount = typeof TOKENS;

function amountOf(symbol: "tokens" | "audio", { unit, name }: { unit: string; name: string }) {
  const ofAmount = (rest: string): string => `${symbol} ${rest}`;
  return {
    symbol,
    unit,
    breakEven: defineFormula({
      symbol: "n_even",
      label: `${name} per month at which both ways emit the same`,
      unit,
      expression: ofAmount("× F_dedicated / F_serverless"),
    }),
    capacity: defineFormula({
      symbol: "n_most",
      label: `${name} per month that the nodes can process`,
      unit,
      expression: ofAmount("× nodes × copies × hours × 3600 / t_busy"),
    }),
    busy: defineFormula({
      symbol: "t_type",
      label:
        symbol === "tokens"
          ? "Time that the tokens of one type keep a copy of the model busy"
          : "Time that the audio keeps a copy of the model busy",
      unit: "s",
      expression: ofAmount("/ speed"),
    }),
  };
}

const BUSY = defineFormula({
  symbol: "t_busy",
  label: "Time that tokens of all types keep a copy of the model busy",
  unit: "s",
  expression: "t_others + t_type",
});

/** The load of a month and what both ways of serving it emit [kgCO2e]; expected values. */
export interface Served {
  readonly asked: AskedFor;
  readonly dedicatedKg: number;
  readonly serverlessKg: number;
}

/** An amount of tokens, or of audio [s]. */
export interface AskedFor {
  readonly count: number;
  readonly of: Amount;
}

/**
 * The amount, in the same ratio of types, at which Serverless emits as much as the nodes emit at any load:
 * Serverless is linear in it, a node is not. Null where Serverless emits nothing.
 */
export function breakEven({ asked, dedicatedKg, serverlessKg }: Served): Calculation | null {
  if (serverlessKg === 0) return null;
  const { count, of } = asked;
  return of.breakEven.apply({
    [of.symbol]: input(count, of.unit),
    F_dedicated: input(dedicatedKg, "kgCO2e"),
    F_serverless: input(serverlessKg, "kgCO2e"),
  });
}

/** An amount of one type and how fast one copy of the model handles it [tokens/s], [s/s]. */
export interface Timed extends AskedFor {
  readonly speed: Factor;
}

/** Nodes over a month [h], each with so many copies of the model. */
export interface ServingNodes {
  readonly nodes: number;
  readonly copies: number;
  readonly hours: number;
}

/** The largest load, in the same ratio of types, that nodes can process when they are busy all the time. */
export function capacity(
  { count, of }: AskedFor,
  types: readonly Timed[],
  { nodes, copies, hours }: ServingNodes,
): Calculation {
  const t_busy = types
    .map((one) =>
      one.of.busy.apply({ [one.of.symbol]: input(one.count, one.of.unit), speed: fromFactor(one.speed) }),
    )
    .reduce((t_others, t_type) => BUSY.apply({ t_others, t_type }));
  return of.capacity.apply({
    [of.symbol]: input(count, of.unit),
    nodes: input(nodes, "node"),
    copies: input(copies, "-"),
    hours: input(hours, "h"),
    t_busy,
  });
}
