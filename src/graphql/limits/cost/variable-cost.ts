/** A request whose cost is found: its variables as they were sent, and a number that no other request has. */
export interface CostedRequest {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly turn: number;
}

/** A number that the document decides on, or one that hangs on the variables too. */
export type VariableCost = number | ((of: CostedRequest) => number);

export function evaluate(cost: VariableCost, of: CostedRequest): number {
  return typeof cost === "number" ? cost : cost(of);
}

export function plus(one: VariableCost, other: VariableCost): VariableCost {
  if (typeof one === "number" && typeof other === "number") return one + other;
  if (one === 0) return other;
  if (other === 0) return one;
  return (of) => evaluate(one, of) + evaluate(other, of);
}

export function product(one: VariableCost, other: VariableCost): VariableCost {
  if (typeof one === "number" && typeof other === "number") return one * other;
  if (one === 0 || other === 0) return 0;
  if (one === 1) return other;
  if (other === 1) return one;
  return (of) => evaluate(one, of) * evaluate(other, of);
}

export function larger(one: VariableCost, other: VariableCost): VariableCost {
  if (typeof one === "number" && typeof other === "number") return Math.max(one, other);
  if (one === 0) return other;
  if (other === 0) return one;
  return (of) => Math.max(evaluate(one, of), evaluate(other, of));
}

/** Evaluated once for each request, however often it occurs in a cost: that of a fragment spread by fragments. */
export function shared(cost: VariableCost): VariableCost {
  if (typeof cost === "number") return cost;
  let turn = Number.NaN;
  let value = 0;
  return (of) => {
    if (of.turn !== turn) {
      value = cost(of);
      turn = of.turn;
    }
    return value;
  };
}
