import type { Arithmetic, Range } from "../formulas";
import { checkTime, getOrInsert } from "../helpers";
import type { Slot } from "./tape";
import type { UncertainTape } from "./uncertain-tape";

/** A product: numbers of what is multiplied, those of what divides negated, sorted, and a number before it. */
interface Term {
  readonly key: string;
  readonly atoms: readonly number[];
  readonly coefficient: number;
  /** Sum of what was added and taken away in the coefficient: what is left of it by rounding is small beside it. */
  readonly size: number;
}

/** A sum of products, by what they multiply. */
export type Polynomial = ReadonlyMap<string, Term>;

/** A factor of a product: an uncertain quantity, or something that is no sum of products. */
type Atom =
  | { readonly kind: "quantity"; readonly identity: string; readonly range: Range }
  | { readonly kind: "sum" | "inverse" | "ln"; readonly of: Polynomial }
  | { readonly kind: "maximum"; readonly of: Polynomial; readonly or: Polynomial };

const ROUNDING = 1e-12;
/** A product of sums with more terms than these is not multiplied out. */
const MOST_TERMS = 256;

/**
 * Formulas multiplied out to sums of products, in which the same is known to be the same however it was written:
 * 2 × P × EF less P × EF is P × EF, and what leads to two footprints alike leaves their difference.
 */
export class Polynomials implements Arithmetic<Polynomial> {
  private readonly atoms: Atom[] = [];
  private readonly numbers = new Map<string, number>();

  constant(value: number): Polynomial {
    return sumOf([term([], value)]);
  }

  /** An uncertain quantity; what has one identity is one quantity wherever it is read. */
  quantity(identity: string, range: Range): Polynomial {
    if (range.low === range.high) return this.constant(range.expected);
    return this.atom(identity, { kind: "quantity", identity, range });
  }

  add(a: Polynomial, b: Polynomial): Polynomial {
    return sumOf([...a.values(), ...b.values()]);
  }

  subtract(a: Polynomial, b: Polynomial): Polynomial {
    return sumOf([...a.values(), ...[...b.values()].map(negated)]);
  }

  multiply(a: Polynomial, b: Polynomial): Polynomial {
    const [one, other] = [numberOf(a), numberOf(b)];
    if (one !== null) return scaled(b, one);
    if (other !== null) return scaled(a, other);
    if (a.size * b.size > MOST_TERMS) {
      return a.size > b.size
        ? this.multiply(this.whole("sum", a), b)
        : this.multiply(a, this.whole("sum", b));
    }
    const products: Term[] = [];
    for (const one of a.values()) for (const other of b.values()) products.push(product(one, other));
    return sumOf(products);
  }

  divide(a: Polynomial, b: Polynomial): Polynomial {
    const [divisor] = b.values();
    if (divisor === undefined) throw new RangeError("division by zero");
    if (b.size > 1) return this.multiply(a, this.whole("inverse", b));
    const { atoms, coefficient } = divisor;
    return this.multiply(a, sumOf([term(sorted(atoms.map((one) => -one)), 1 / coefficient)]));
  }

  ln(x: Polynomial): Polynomial {
    const value = numberOf(x);
    return value === null ? this.whole("ln", x) : this.constant(Math.log(value));
  }

  maximum(a: Polynomial, b: Polynomial): Polynomial {
    const [one, other] = [numberOf(a), numberOf(b)];
    if (one !== null && other !== null) return this.constant(Math.max(one, other));
    return this.atom(`maximum ${keyOf(a)} or ${keyOf(b)}`, { kind: "maximum", of: a, or: b });
  }

  /** All of them added together. */
  total(addends: readonly Polynomial[]): Polynomial {
    return sumOf(addends.flatMap((one) => [...one.values()]));
  }

  /** Writes a sum down with what its products have in common outside the parentheses: bounds are the closer for it. */
  write(sum: Polynomial, tape: UncertainTape): Slot {
    return new Writer(tape, this.atoms).sum([...sum.values()]);
  }

  private whole(kind: "sum" | "inverse" | "ln", of: Polynomial): Polynomial {
    return this.atom(`${kind} ${keyOf(of)}`, { kind, of });
  }

  private atom(key: string, atom: Atom): Polynomial {
    // From 1: a number with a minus divides.
    const number = getOrInsert(this.numbers, key, () => this.atoms.push(atom));
    return sumOf([term([number], 1)]);
  }
}

class Writer {
  private readonly slots = new Map<number, Slot>();

  constructor(
    private readonly tape: UncertainTape,
    private readonly atoms: readonly Atom[],
  ) {}

  sum(terms: readonly Term[]): Slot {
    checkTime();
    const common = mostCommon(terms);
    if (common === null)
      return terms.map((one) => this.product(one)).reduce(this.plus, this.tape.constant(0));
    const having = terms.filter(({ atoms }) => atoms.includes(common));
    const others = terms.filter(({ atoms }) => !atoms.includes(common));
    const group = this.times(this.sum(having.map((one) => without(one, common))), common);
    return others.length === 0 ? group : this.tape.add(group, this.sum(others));
  }

  private product({ atoms, coefficient }: Term): Slot {
    return atoms.reduce((slot, atom) => this.times(slot, atom), this.tape.constant(coefficient));
  }

  private times(slot: Slot, atom: number): Slot {
    const other = this.slotOf(Math.abs(atom));
    return atom > 0 ? this.tape.multiply(slot, other) : this.tape.divide(slot, other);
  }

  private slotOf(number: number): Slot {
    return getOrInsert(this.slots, number, () => this.writeAtom(this.atoms[number - 1] as Atom));
  }

  private writeAtom(atom: Atom): Slot {
    const { tape } = this;
    if (atom.kind === "quantity") return tape.quantity(atom.identity, atom.range);
    const of = this.sum([...atom.of.values()]);
    switch (atom.kind) {
      case "sum":
        return of;
      case "inverse":
        return tape.divide(tape.constant(1), of);
      case "ln":
        return tape.ln(of);
      default:
        return tape.maximum(of, this.sum([...atom.or.values()]));
    }
  }

  private readonly plus = (a: Slot, b: Slot): Slot => this.tape.add(a, b);
}

/** Adds terms that multiply the same; what is left of a coefficient by rounding alone is nothing. */
function sumOf(terms: readonly Term[]): Polynomial {
  checkTime();
  const found = new Map<string, Term>();
  for (const one of terms) {
    const before = found.get(one.key);
    found.set(one.key, before === undefined ? one : joined(before, one));
  }
  for (const [key, { coefficient, size }] of found) {
    if (Math.abs(coefficient) <= ROUNDING * size) found.delete(key);
  }
  return found;
}

function term(atoms: readonly number[], coefficient: number): Term {
  return { key: atoms.join(), atoms, coefficient, size: Math.abs(coefficient) };
}

function joined(one: Term, other: Term): Term {
  const { key, atoms } = one;
  return {
    key,
    atoms,
    coefficient: one.coefficient + other.coefficient,
    size: one.size + other.size,
  };
}

function product(a: Term, b: Term): Term {
  return term(merged(a.atoms, b.atoms), a.coefficient * b.coefficient);
}

function scaled(sum: Polynomial, by: number): Polynomial {
  if (by === 1) return sum;
  const times = ({ key, atoms, coefficient }: Term): Term => {
    const product = coefficient * by;
    return { key, atoms, coefficient: product, size: Math.abs(product) };
  };
  return by === 0 ? new Map() : new Map([...sum].map(([key, one]) => [key, times(one)]));
}

/** Both, which are sorted; what is multiplied and divided by is gone. */
function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  const all = [...a];
  for (const atom of b) {
    const inverse = all.indexOf(-atom);
    if (inverse >= 0) {
      all.splice(inverse, 1);
      continue;
    }
    let at = all.length;
    for (; at > 0 && (all[at - 1] as number) > atom; at--) all[at] = all[at - 1] as number;
    all[at] = atom;
  }
  return all;
}

function without(one: Term, atom: number): Term {
  const atoms = [...one.atoms];
  atoms.splice(atoms.indexOf(atom), 1);
  return term(atoms, one.coefficient);
}

/** What most of the products have, if two have anything in common. */
function mostCommon(terms: readonly Term[]): number | null {
  const counts = new Map<number, number>();
  for (const { atoms } of terms) {
    // They are sorted: what is multiplied twice stands beside itself.
    atoms.forEach((atom, index) => {
      if (atom !== atoms[index - 1]) counts.set(atom, (counts.get(atom) ?? 0) + 1);
    });
  }
  let [most, common]: [number, number | null] = [1, null];
  for (const [atom, count] of counts) if (count > most) [most, common] = [count, atom];
  return common;
}

function negated(one: Term): Term {
  return { ...one, coefficient: -one.coefficient };
}

function sorted(atoms: readonly number[]): readonly number[] {
  return [...atoms].sort((a, b) => a - b);
}

function keyOf(sum: Polynomial): string {
  return [...sum].map(([key, { coefficient }]) => `${coefficient} × ${key}`).join(" + ");
}

/** Of a sum without quantities; null for any other. */
function numberOf(sum: Polynomial): number | null {
  if (sum.size === 0) return 0;
  return sum.size === 1 ? (sum.get("")?.coefficient ?? null) : null;
}
