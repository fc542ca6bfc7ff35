import { badInput } from "../../src/core/errors";
import type { BusyNodes } from "./serving";

const ALL = 100;

/** Nodes at a load: what they process in a month, and what one of it costs. */
export interface AtLoad {
  /** [%] */
  readonly percent: number;
  /** Tokens, or seconds of audio, in a month. */
  readonly amount: number;
  /** For each of them [kgCO2e]. */
  readonly kgOfOne: number;
  /** Over what Serverless emits for it [-]; null where that is nothing. */
  readonly timesServerless: number | null;
}

/** @throws DomainError BAD_USER_INPUT for a load at which nothing is processed */
export function atLoad({ capacity, idleKg, fullKg, serverlessKgOfOne }: BusyNodes, percent: number): AtLoad {
  if (!(percent > 0 && percent <= ALL)) {
    throw badInput("percent", `percent must be above 0 and at most ${ALL} %, got ${percent}.`);
  }
  const share = percent / ALL;
  const amount = capacity.range.expected * share;
  const kgOfOne = (idleKg + (fullKg - idleKg) * share) / amount;
  return {
    percent,
    amount,
    kgOfOne,
    timesServerless: serverlessKgOfOne === 0 ? null : kgOfOne / serverlessKgOfOne,
  };
}
