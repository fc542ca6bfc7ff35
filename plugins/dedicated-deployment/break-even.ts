import { type Calculation, defineFormula, type Factor, fromFactor, input } from "../../src/core/formulas";

const BREAK_EVEN = defineFormula({
  symbol: "n_even",
  label: "Tokens per month at which both ways emit the same",
  unit: "tokens",
  expression: "tokens × F_dedicated / F_serverless",
});
const BUSY_OF_TYPE = defineFormula({
  symbol: "t_type",
  label: "Time that the tokens of one type keep a copy of the model busy",
  unit: "s",
  expression: "tokens / speed",
});
const BUSY = defineFormula({
  symbol: "t_busy",
  label: "Time that tokens of all types keep a copy of the model busy",
  unit: "s",
  expression: "t_others + t_type",
});
const CAPACITY = defineFormula({
  symbol: "n_most",
  label: "Tokens per month that the nodes can process",
  unit: "tokens",
  expression: "tokens × nodes × copies × hours × 3600 / t_busy",
});

/** Tokens of a month [tokens] and what both ways of serving them emit [kgCO2e]; expected values. */
export interface ServedTokens {
  readonly tokens: number;
  readonly dedicatedKg: number;
  readonly serverlessKg: number;
}

/**
 * The tokens, in the same ratio of types, at which Serverless emits as much as the nodes emit whatever they are asked:
 * Serverless is linear in tokens, a node is not. Null where Serverless emits nothing.
 */
export function breakEven({ tokens, dedicatedKg, serverlessKg }: ServedTokens): Calculation | null {
  if (serverlessKg === 0) return null;
  return BREAK_EVEN.apply({
    tokens: input(tokens, "tokens"),
    F_dedicated: input(dedicatedKg, "kgCO2e"),
    F_serverless: input(serverlessKg, "kgCO2e"),
  });
}

/** Tokens of one type and how fast one copy of the model handles them [tokens/s]. */
export interface TimedTokens {
  readonly count: number;
  readonly speed: Factor;
}

/** Nodes over a month [h], each with so many copies of the model. */
export interface ServingNodes {
  readonly nodes: number;
  readonly copies: number;
  readonly hours: number;
}

/** The most tokens, in the same ratio of types, that nodes can process when they are busy all the time. */
export function capacity(types: readonly TimedTokens[], { nodes, copies, hours }: ServingNodes): Calculation {
  const t_busy = types
    .map(({ count, speed }) =>
      BUSY_OF_TYPE.apply({ tokens: input(count, "tokens"), speed: fromFactor(speed) }),
    )
    .reduce((t_others, t_type) => BUSY.apply({ t_others, t_type }));
  return CAPACITY.apply({
    tokens: input(
      types.reduce((sum, { count }) => sum + count, 0),
      "tokens",
    ),
    nodes: input(nodes, "node"),
    copies: input(copies, "-"),
    hours: input(hours, "h"),
    t_busy,
  });
}
