/** A request that is priced: its variables as they were sent, and a number that no other request has. */
export interface Priced {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly turn: number;
}

/** A number that the document decides on, or one that hangs on the variables too. */
export type Price = number | ((of: Priced) => number);

export function evaluate(price: Price, of: Priced): number {
  return typeof price === "number" ? price : price(of);
}

export function plus(one: Price, other: Price): Price {
  if (typeof one === "number" && typeof other === "number") return one + other;
  if (one === 0) return other;
  if (other === 0) return one;
  return (of) => evaluate(one, of) + evaluate(other, of);
}

export function product(one: Price, other: Price): Price {
  if (typeof one === "number" && typeof other === "number") return one * other;
  if (one === 0 || other === 0) return 0;
  if (one === 1) return other;
  if (other === 1) return one;
  return (of) => evaluate(one, of) * evaluate(other, of);
}

export function larger(one: Price, other: Price): Price {
  if (typeof one === "number" && typeof other === "number") return Math.max(one, other);
  if (one === 0) return other;
  if (other === 0) return one;
  return (of) => Math.max(evaluate(one, of), evaluate(other, of));
}

/** Evaluated once for each request, however often it occurs in a price: that of a fragment spread by fragments. */
export function shared(price: Price): Price {
  if (typeof price === "number") return price;
  let turn = Number.NaN;
  let value = 0;
  return (of) => {
    if (of.turn !== turn) {
      value = price(of);
      turn = of.turn;
    }
    return value;
  };
}
