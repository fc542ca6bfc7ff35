import { type Command, InvalidArgumentError } from "commander";
import { CRITERIA, type Criterion, HEADLINE } from "../../../core/footprint";
import type { Amounts } from "../../../library";
import { quantity, scalesOf } from "../output/quantity";
import { RepeatedOption } from "./repeated";

/** Threshold of one criterion. */
export interface Threshold {
  readonly criterion: Criterion;
  /** In `unit`, that of the criterion. */
  readonly most: number;
  readonly unit: string;
}

export interface ThresholdOptions {
  readonly failAbove?: readonly Threshold[];
}

export function addThresholdOption(command: Command): void {
  command
    .optionsGroup("Limits:")
    .addOption(
      new RepeatedOption(
        "--fail-above <amount>",
        "end with 3 where more is expected: 10kg, 500g, 1.5t of CO2e; also kWh, m3 or L of water, MJ",
      ).argParser((text: string, before: readonly Threshold[] = []) => [...before, readThreshold(text)]),
    );
}

/** `10kg`, `1.5 t CO2e`, `20 kWh`, `3 m3`; without a unit, kilograms of CO2e. @throws InvalidArgumentError */
export function readThreshold(text: string): Threshold {
  const [, digits = "", suffix = ""] = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*?)\s*$/i.exec(text) ?? [];
  const found = digits === "" ? undefined : UNITS.get(folded(suffix));
  const most = Number(digits) * (found?.size ?? 0);
  // An infinite threshold would never be exceeded.
  if (found !== undefined && Number.isFinite(most)) return { ...found.of, most };
  throw new InvalidArgumentError(
    "It must be an amount, such as 10kg, 500g or 1.5t (of CO2e), 20kWh, 3m3 or 100MJ.",
  );
}

/** Messages for amounts above their threshold, and for amounts that are unknown. */
export function exceeded(
  total: Amounts | null,
  thresholds: readonly Threshold[],
): { above: string[]; unknown: string[] } {
  const above: string[] = [];
  const unknown: string[] = [];
  for (const { criterion, most, unit } of thresholds) {
    const { name } = CRITERIA.find(({ field }) => field === criterion) as { name: string };
    const amount = total?.[criterion] ?? null;
    if (amount === null) unknown.push(`${name} is unknown, and cannot be held to ${quantity(most, unit)}.`);
    else if (amount.expected > most)
      above.push(`${name}: ${quantity(amount.expected, unit)} is more than ${quantity(most, unit)}.`);
  }
  return { above, unknown };
}

function folded(unit: string): string {
  return unit.toLowerCase().replace("³", "3").replace(/[\s-]/g, "");
}

interface Unit {
  readonly of: Pick<Threshold, "criterion" | "unit">;
  readonly size: number;
}

/** Every unit of every criterion; a mass alone is of CO2e. */
const UNITS: ReadonlyMap<string, Unit> = new Map(
  CRITERIA.flatMap(({ field, unit }) =>
    scalesOf(unit).flatMap((scale): [string, Unit][] => {
      const of = { of: { criterion: field, unit }, size: scale.size };
      const names = [scale.unit, ...(field === HEADLINE ? [scale.unit.split(" ")[0] as string] : [])];
      if (field === HEADLINE && scale.size === 1) names.push("");
      return names.map((name) => [folded(name), of]);
    }),
  ),
);
