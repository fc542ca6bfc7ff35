import type { ProductField } from "../../src/core/contract";
import { type Dice, diceOf } from "../../test/fuzz/support/dice";
import { type Inventory, type RealisticLine, realisticLines } from "../../test/support/realistic-lines";

/** Realistic lines, drawn once and then slightly changed each time, so that no cache has them. */
export class LineStock {
  private readonly all: readonly RealisticLine[];
  private readonly byKind = new Map<string, RealisticLine[]>();

  constructor(inventory: Inventory) {
    this.all = realisticLines(20_000, inventory);
    for (const line of this.all) {
      const [kind] = Object.keys(line.resource) as [string];
      const known = this.byKind.get(kind) ?? [];
      this.byKind.set(kind, known);
      known.push(line);
    }
  }

  add(name: string, lines: RealisticLine[]): void {
    this.byKind.set(name, lines);
  }

  any(dice: Dice, count: number): RealisticLine[] {
    return Array.from({ length: count }, () => changed(dice.one(this.all), dice) as RealisticLine);
  }

  of(kind: string, dice: Dice, count: number): RealisticLine[] {
    const all = this.byKind.get(kind) ?? [];
    return Array.from({ length: count }, () => changed(dice.one(all), dice) as RealisticLine);
  }
}

const OWN_LINES = 200;

/** Lines that share as little as possible: optional fields are given too, if there still is a figure. */
export async function ownLines(
  kind: string,
  stock: LineStock,
  inventory: Inventory,
): Promise<RealisticLine[]> {
  const dice = diceOf(1);
  const fields = inventory.stocks.find((one) => one.kind === kind)?.fields ?? [];
  const lines: RealisticLine[] = [];
  for (const line of stock.of(kind, dice, OWN_LINES)) {
    let own = line.resource[kind] as Readonly<Record<string, unknown>>;
    for (const field of fields) {
      const value = field.name.includes(".") ? null : anyOf(field, dice);
      const changed = { ...own, [field.name]: value };
      if (value !== null && (await inventory.isAnswered(kind, changed))) own = changed;
    }
    lines.push({ ...line, resource: { [kind]: own } });
  }
  return lines;
}

/** A random value of a field; null if its range is unknown. */
function anyOf({ role, minimum, maximum, choices }: ProductField, dice: Dice): unknown {
  if (choices !== null) return dice.one(choices);
  if (role === "PERCENT") return (100 * dice.upTo(1e6)) / 1e6;
  if (minimum === null || maximum === null || maximum <= minimum) return null;
  const drawn = minimum + (maximum - minimum) * (dice.upTo(1e6) / 1e6) ** 4;
  return role === "COUNT" ? Math.round(drawn) : drawn;
}

/** Reduces every fraction slightly. */
export function changed(value: unknown, dice: Dice): unknown {
  if (typeof value === "number")
    return Number.isInteger(value) ? value : value * (0.9 + dice.upTo(1e9) / 1e10);
  if (Array.isArray(value)) return value.map((one) => changed(one, dice));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, changed(one, dice)]));
}
