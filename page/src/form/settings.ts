import type { Settings } from "../app/address-text";
import type { Product } from "./fields";
import { hasDates, type PeriodValues, START_PERIOD } from "./period";
import { numbered, startValues, type Values } from "./values";

/** A resource as it stands in a form. */
export interface ResourceValues {
  readonly product: Product;
  readonly values: Values;
  /** Named in the address, and not in this graph; null or left out for none. */
  readonly unknownProduct?: string | null;
}

const INPUT = "input.";

/**
 * A resource in the settings of an address. Fields are called as the graph calls them in its errors: `input.pools.0.nodeType`.
 * @param prefix where a view has several of them: `a.`, `b.`
 */
export function resourceSettings({ product, values }: ResourceValues, prefix = ""): Settings {
  const fields = Object.entries(values).map(([name, value]) => [`${prefix}${INPUT}${name}`, value]);
  return { [`${prefix}product`]: product.id, ...Object.fromEntries(fields) };
}

/** Where nothing is set, the example of the product; where no product is, that of the first. */
export function resourceIn(
  settings: Settings,
  products: readonly Product[],
  prefix = "",
): ResourceValues | null {
  const [first] = products;
  if (first === undefined) return null;
  const named = settings[`${prefix}product`];
  const product = products.find(({ id, kind }) => id === named || kind === named) ?? first;
  const start = `${prefix}${INPUT}`;
  const given = Object.entries(settings)
    .filter(([name]) => name.startsWith(start))
    .map(([name, value]): [string, string] => [name.slice(start.length), value]);
  const values = given.length === 0 ? startValues(product) : numbered(product, Object.fromEntries(given));
  const isKnown = named === undefined || named === product.id || named === product.kind;
  return { product, values, ...(isKnown ? {} : { unknownProduct: named }) };
}

export function periodSettings(period: PeriodValues): Settings {
  const { hours, from, to, asOf } = period;
  return {
    ...(hasDates(period) ? { from, to } : { hours }),
    ...(asOf === "" ? {} : { asOf }),
  };
}

export function periodIn({ hours, from = "", to = "", asOf = "" }: Settings): PeriodValues {
  return { hours: hours ?? START_PERIOD.hours, from, to, asOf };
}
