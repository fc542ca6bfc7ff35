/** What one element, and one object, of a variable add. */
interface Rate {
  readonly perLength: number;
  readonly perObject: number;
}

/**
 * A cost as a sum: what is known from the document, what each item costs that a field above asks for, and what each
 * variable adds. Sums of sums stay sums, so fragments are priced once however often they are spread.
 */
export interface LinearCost {
  readonly fixed: number;
  readonly perItem: number;
  readonly rates: ReadonlyMap<string, Rate>;
}

export const FREE: LinearCost = { fixed: 0, perItem: 0, rates: new Map() };

export function fixedCost(fixed: number): LinearCost {
  return { ...FREE, fixed };
}

export function rateOf(variable: string, perLength: number, perObject: number): LinearCost {
  return { ...FREE, rates: new Map([[variable, { perLength, perObject }]]) };
}

export function sumOf(costs: readonly LinearCost[]): LinearCost {
  let fixed = 0;
  let perItem = 0;
  const rates = new Map<string, Rate>();
  for (const cost of costs) {
    fixed += cost.fixed;
    perItem += cost.perItem;
    for (const [name, { perLength, perObject }] of cost.rates) {
      const known = rates.get(name);
      rates.set(name, {
        perLength: perLength + (known?.perLength ?? 0),
        perObject: perObject + (known?.perObject ?? 0),
      });
    }
  }
  return { fixed, perItem, rates };
}

export function times({ fixed, perItem, rates }: LinearCost, factor: number): LinearCost {
  if (factor === 1) return { fixed, perItem, rates };
  const scaled = [...rates].map(([name, { perLength, perObject }]): [string, Rate] => [
    name,
    { perLength: perLength * factor, perObject: perObject * factor },
  ]);
  return { fixed: fixed * factor, perItem: perItem * factor, rates: new Map(scaled) };
}
