import type { Composition } from "../../src/compose";
import type { ProductField } from "../../src/core/contract";
import { HOURS_OF_A_MONTH } from "../../src/core/helpers";
import type { EngineSession } from "../../src/estimates";

type Spec = Readonly<Record<string, unknown>>;

/** Specifications of one product: every offer in every place where it is available, and its samples. */
interface Stock {
  readonly kind: string;
  readonly fields: readonly ProductField[];
  readonly offerField: string;
  /** All have a figure. */
  readonly specs: readonly Spec[];
}

/** Products to draw lines from: follows from the fields and samples of a composition. */
export interface Inventory {
  readonly stocks: readonly Stock[];
  /** Whether a specification passes the checks of its product and of its parts. */
  isSound(kind: string, spec: object): boolean;
  /** Whether it has a figure. */
  isAnswered(kind: string, spec: object): Promise<boolean>;
}

/** An item of a portfolio, as input. */
export interface RealisticLine {
  readonly label: string;
  readonly resource: Readonly<Record<string, object>>;
  readonly during?: { readonly hours: number };
}

const MOST_NESTED = 3;
/** Attempts to draw a valid variation; then the sample is used unchanged. */
const TRIES = 8;

export async function inventoryOf({
  plugins,
  sessionAt,
}: Pick<Composition, "plugins" | "sessionAt">): Promise<Inventory> {
  const session = sessionAt(new Date());
  const stocks: Stock[] = [];
  for (const { kind, samples } of plugins) {
    const { fields } = session.product(kind);
    const [plain, ...others] = Object.values(samples?.().valid ?? {}) as Spec[];
    if (plain === undefined) continue;
    const named = (roles: readonly string[]) =>
      fields.find(({ name, role }) => roles.includes(role) && !name.includes("."));
    const [offer, place] = [named(["OFFER"]), named(["ZONE", "REGION"])];
    const drawn = choicesOf(offer).flatMap((one) =>
      choicesOf(place).map((other) => ({ ...plain, ...one, ...other })),
    );
    const specs: Spec[] = [];
    for (const spec of [...drawn, ...others]) if (await isAnswered(session, kind, spec)) specs.push(spec);
    stocks.push({ kind, fields, offerField: offer?.name ?? "", specs });
  }
  const isSound = (kind: string, spec: object): boolean => {
    try {
      const totals = session.totalsIn(kind, spec, session.period(null));
      // A promise means that the checks have passed.
      if (totals instanceof Promise) totals.catch(() => undefined);
      return true;
    } catch {
      return false;
    }
  };
  return { stocks, isSound, isAnswered: (kind, spec) => isAnswered(session, kind, spec) };
}

function choicesOf(field: ProductField | undefined): readonly Spec[] {
  return field?.choices?.map((choice) => ({ [field.name]: choice })) ?? [{}];
}

async function isAnswered(session: EngineSession, kind: string, spec: object): Promise<boolean> {
  try {
    await session.totalsIn(kind, spec, session.period(null));
    return true;
  } catch {
    return false;
  }
}

/**
 * Lines as in an inventory: any offer in any of its places, each with its own hours, amounts and loads. The same seed gives
 * the same lines. Products with more offers have more lines.
 */
export function realisticLines(count: number, inventory: Inventory, seed = 1): RealisticLine[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => {
    const stock = chosen(inventory.stocks, random);
    const resource = { [stock.kind]: specOf(stock, inventory, random) };
    const hours = 1 + (HOURS_OF_A_MONTH - 1) * random();
    return { label: `line ${index}`, resource, during: { hours } };
  });
}

type Random = () => number;

function chosen(stocks: readonly Stock[], random: Random): Stock {
  const shareOf = ({ specs }: Stock): number => Math.sqrt(specs.length);
  let left = random() * stocks.reduce((sum, stock) => sum + shareOf(stock), 0);
  for (const stock of stocks) {
    left -= shareOf(stock);
    if (left < 0) return stock;
  }
  return stocks[0] as Stock;
}

function specOf(stock: Stock, inventory: Inventory, random: Random): Spec {
  const base = oneOf(stock.specs, random);
  for (let tries = 0; tries < TRIES; tries++) {
    const spec = varied(base, "", stock, inventory, random);
    if (inventory.isSound(stock.kind, spec)) return spec;
  }
  return base;
}

/** The same with other amounts, loads and lists. @param path of the fields, `pools.` for those of pools */
function varied(base: Spec, path: string, stock: Stock, inventory: Inventory, random: Random): Spec {
  const spec: Record<string, unknown> = { ...base };
  for (const field of stock.fields) {
    const name = field.name.slice(path.length);
    if (!field.name.startsWith(path) || name.includes(".")) continue;
    const value = base[name];
    if (field.role === "PERCENT" && random() < 0.3) spec[name] = 100 * random();
    else if (field.choicesOf != null && value !== undefined) {
      const other = inventory.stocks.find(({ kind }) => kind === field.choicesOf);
      if (other !== undefined) spec[name] = oneOf(other.specs, random)[other.offerField];
    } else if (Array.isArray(value) && value.length > 0) {
      const length = 1 + Math.floor(MOST_NESTED * random());
      spec[name] = Array.from({ length }, () =>
        varied(oneOf(value as Spec[], random), `${field.name}.`, stock, inventory, random),
      );
    } else if (typeof value === "number" && field.role !== "PERCENT")
      spec[name] = other(value, field, random);
  }
  return spec;
}

/** A number of similar size, within the limits of its field. */
function other(value: number, { role, minimum, maximum }: ProductField, random: Random): number {
  const drawn = value * (0.1 + 1.9 * random());
  const number = role === "COUNT" || Number.isInteger(value) ? Math.ceil(drawn) : drawn;
  return Math.min(Math.max(number, minimum ?? number), maximum ?? number);
}

function oneOf<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)] as T;
}

/** Pseudo-random numbers from 0 to 1: the generator of Park and Miller, good enough to draw lines. */
function randomFrom(seed: number): Random {
  let state = (seed * 48_271) % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
