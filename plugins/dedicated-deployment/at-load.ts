import { badInput } from "../../src/core/errors";
import { quotientOrNull } from "../../src/core/helpers";
import type { BusyNodes } from "./serving";

/** Least load that is answered [%], 26 µs of work in a month: below some load, the figure of a million tokens is beyond any number. */
const LEAST = 1e-9;
const ALL = 100;

/** Nodes at a load: what they process in a month, and what one of it costs. */
export interface AtLoad {
  /** [%] */
  readonly percent: number;
  /** Tokens, or seconds of audio, in a month. */
  readonly amount: number;
  /** For each of them [kgCO2e]. */
  readonly kgOfOne: number;
  /** Over what Serverless emits for it [-]; null where that is nothing, or next to nothing. */
  readonly timesServerless: number | null;
}

/** @throws DomainError BAD_USER_INPUT for a load at which next to nothing is processed */
export function atLoad({ capacity, idleKg, fullKg, serverlessKgOfOne }: BusyNodes, percent: number): AtLoad {
  if (!(percent >= LEAST && percent <= ALL)) {
    throw badInput("percent", `percent must be from ${LEAST} to ${ALL} %, got ${percent}.`);
  }
  const share = percent / ALL;
  const amount = capacity.range.expected * share;
  const kgOfOne = (idleKg + (fullKg - idleKg) * share) / amount;
  return {
    percent,
    amount,
    kgOfOne,
    timesServerless: quotientOrNull(kgOfOne, serverlessKgOfOne),
  };
}
