import { asConvention, type Calculation, defineFormula, input } from "../../src/core/formulas";

/** The load of a model in formulas: tokens or, for audio only, seconds of audio. */
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
      expression: ofAmount("× F_idle / (F_serverless − F_added)"),
    }),
    added: defineFormula({
      symbol: "F_added",
      label: `What the ${symbol} add to idle nodes`,
      unit: "kgCO2e",
      expression: ofAmount("× (F_full − F_idle) / n_most"),
    }),
    evenAtOneLoad: defineFormula({
      symbol: "n_even",
      label: `${name} per month at which both ways emit the same, nodes at the load that is taken`,
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
      expression: ofAmount("× t_token"),
    }),
  };
}

const BUSY = defineFormula({
  symbol: "t_busy",
  label: "Time that tokens of all types keep a copy of the model busy",
  unit: "s",
  expression: "t_others + t_type",
});

const GPU_LOAD = defineFormula({
  symbol: "load",
  label: "Share of time in which the nodes work on them",
  unit: "%",
  expression: "t_busy / (nodes × copies × hours × 3600) × 100",
});

/** An amount of tokens, or of audio [s]. */
export interface AskedFor {
  readonly count: number;
  readonly of: Amount;
}

/** What nodes emit in a month, idle and at work all of the time [kgCO2e]; expected values. */
export interface AtEnds {
  readonly idleKg: number;
  readonly fullKg: number;
}

/**
 * The amount, in the same ratio of types, at which both ways emit the same: Serverless is linear in it, nodes emit something
 * without any and more with each. Null where Serverless emits less at any load.
 */
export function breakEven(
  { count, of }: AskedFor,
  { idleKg, fullKg }: AtEnds,
  capacity: Calculation,
  serverlessKg: number,
): Calculation | null {
  // Of expected values, as what is emitted is: a difference of ranges could be nothing.
  const n_most = asConvention(capacity);
  const amount = { [of.symbol]: input(count, of.unit) };
  const F_idle = input(idleKg, "kgCO2e");
  const F_added = of.added.apply({ ...amount, F_full: input(fullKg, "kgCO2e"), F_idle, n_most });
  if (serverlessKg <= F_added.range.expected) return null;
  const F_serverless = input(serverlessKg, "kgCO2e");
  return of.breakEven.apply({ ...amount, F_idle, F_serverless, F_added });
}

/** The same without a benchmark that determines how busy the nodes are. Null if Serverless emits nothing. */
export function breakEvenAtOneLoad(
  { count, of }: AskedFor,
  dedicatedKg: number,
  serverlessKg: number,
): Calculation | null {
  if (serverlessKg === 0) return null;
  return of.evenAtOneLoad.apply({
    [of.symbol]: input(count, of.unit),
    F_dedicated: input(dedicatedKg, "kgCO2e"),
    F_serverless: input(serverlessKg, "kgCO2e"),
  });
}

/** An amount of one type, and how long one of it keeps a copy of the model busy [s]. */
export interface Timed extends AskedFor {
  readonly time: Calculation;
}

/** Nodes over a month [h], each with so many copies of the model. */
export interface ServingNodes {
  readonly nodes: number;
  readonly copies: number;
  readonly hours: number;
}

/** The load that an amount causes on nodes. */
export interface Served {
  /** The largest amount, in the same ratio of types, that they can process when they are busy all the time. */
  readonly capacity: Calculation;
  /** Share of time in which they work [%]; above 100 where they cannot process it. */
  readonly load: Calculation;
}

export function servedBy(
  { count, of }: AskedFor,
  types: readonly Timed[],
  { nodes: n, copies: c, hours: h }: ServingNodes,
): Served {
  const t_busy = types
    .map((one) => one.of.busy.apply({ [one.of.symbol]: input(one.count, one.of.unit), t_token: one.time }))
    .reduce((t_others, t_type) => BUSY.apply({ t_others, t_type }));
  const months = { nodes: input(n, "node"), copies: input(c, "-"), hours: input(h, "h"), t_busy };
  return {
    capacity: of.capacity.apply({ [of.symbol]: input(count, of.unit), ...months }),
    load: GPU_LOAD.apply(months),
  };
}
