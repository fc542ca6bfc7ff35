import type { Command } from "commander";
import type { PeriodRequest } from "../../../library";
import { readHours } from "./amounts";

export interface PeriodOptions {
  readonly hours?: number;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
}

/** Options of every estimate, which fields cannot have as names. */
export function addPeriodOptions(command: Command): void {
  command
    .optionsGroup("Period:")
    .option(
      "--hours <hours>",
      "how long it is used: 730, 30d or 2w (default: a month of 730 hours)",
      readHours,
    )
    .option("--from <day>", "first day or instant, in UTC; with the factors of its days")
    .option("--to <day>", "end, exclusive: 2026-11-01 for all of October")
    .option("--as-of <day>", "day whose factors and formulas are used");
}

export function periodOf({ hours, from, to, asOf }: PeriodOptions): PeriodRequest {
  return { hours, from, to, asOf };
}
