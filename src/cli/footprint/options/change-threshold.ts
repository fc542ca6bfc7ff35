import { type Command, InvalidArgumentError } from "commander";
import { HEADLINE } from "../../../core/footprint";
import type { TerraformAnswer } from "../../../library";
import type { Context } from "../context";
import { EXIT } from "../exit-codes";
import { change, percent, quantity } from "../output/quantity";
import { RepeatedOption } from "./repeated";
import { readThreshold, type Threshold } from "./threshold";

/** Threshold of a change: an amount, or a share of the present amount. */
export type ChangeThreshold = Threshold | { readonly share: number };

export function addChangeThresholdOption(command: Command): void {
  command.addOption(
    new RepeatedOption(
      "--fail-above-change <amount>",
      "end with 3 where the change is expected to be more: 1kg, 500g, or 5% of what is there now",
    ).argParser((text: string, before: readonly ChangeThreshold[] = []) => [...before, readChange(text)]),
  );
}

/** @throws InvalidArgumentError */
export function readChange(text: string): ChangeThreshold {
  const [, digits] = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text) ?? [];
  if (digits !== undefined) return { share: Number(digits) / 100 };
  try {
    return readThreshold(text);
  } catch {
    throw new InvalidArgumentError(
      "It must be an amount, such as 1kg or 500g of CO2e, or a share, such as 5%.",
    );
  }
}

/** Reports changes above the threshold on stderr, and sets the exit code. */
export function holdChangeTo(
  thresholds: readonly ChangeThreshold[] | undefined,
  report: Pick<TerraformAnswer, "change" | "now" | "relativeChange">,
  context: Pick<Context, "io" | "exitCode">,
): void {
  for (const threshold of thresholds ?? []) {
    const said = "share" in threshold ? aboveShare(threshold.share, report) : aboveAmount(threshold, report);
    if (said === null) continue;
    context.io.err.write(`${said.text}\n`);
    if (context.exitCode !== EXIT.above) context.exitCode = said.isUnknown ? EXIT.failed : EXIT.above;
  }
}

interface Said {
  readonly text: string;
  readonly isUnknown: boolean;
}

function aboveAmount(
  { criterion, most, unit }: Threshold,
  report: Pick<TerraformAnswer, "change">,
): Said | null {
  const amount = report.change?.[criterion] ?? null;
  if (amount === null)
    return { text: `The change is unknown, and cannot be held to ${quantity(most, unit)}.`, isUnknown: true };
  if (amount.expected <= most) return null;
  return {
    text: `The change of ${quantity(amount.expected, unit)} is more than ${quantity(most, unit)}.`,
    isUnknown: false,
  };
}

function aboveShare(
  share: number,
  { change: all, relativeChange }: Pick<TerraformAnswer, "change" | "relativeChange">,
): Said | null {
  const amount = all?.[HEADLINE] ?? null;
  if (amount === null)
    return { text: `The change is unknown, and cannot be held to ${percent(share)}.`, isUnknown: true };
  // Relative to zero, any increase is above every share.
  const ratio = relativeChange ?? (amount.expected > 0 ? Number.POSITIVE_INFINITY : 0);
  if (ratio <= share) return null;
  const said =
    relativeChange === null ? "The change is from nothing, which" : `The change of ${change(ratio)}`;
  return { text: `${said} is more than ${100 * share} %.`, isUnknown: false };
}
