import type { ProductCalculator } from "../contract";
import { unknownProduct } from "../errors";

/** The calculators of a composition, by kind. */
export class Calculators {
  private readonly byKind = new Map<string, ProductCalculator>();
  /** Kinds whose results depend on factors alone. */
  private readonly lasting: ReadonlySet<string>;

  /** @throws Error when two claim one kind, or when products compose each other in a circle. */
  constructor(calculators: Iterable<ProductCalculator>) {
    for (const calculator of calculators) {
      if (this.byKind.has(calculator.kind)) {
        throw new Error(`two calculators are registered for "${calculator.kind}"`);
      }
      this.byKind.set(calculator.kind, calculator);
    }
    for (const kind of this.kinds) this.refuseCycle(kind, []);
    this.lasting = new Set(this.kinds.filter((kind) => this.readsFactorsAlone(kind)));
  }

  get kinds(): string[] {
    return [...this.byKind.keys()];
  }

  /** @throws DomainError UNKNOWN_PRODUCT */
  named(kind: string): ProductCalculator {
    const calculator = this.byKind.get(kind);
    if (calculator !== undefined) return calculator;
    throw unknownProduct(kind, this.byKind.keys());
  }

  /**
   * The specification in its canonical form: equal specifications share one computation.
   * @throws DomainError for an invalid specification, if its product checks it
   */
  canonical(kind: string, spec: object): object {
    return this.byKind.get(kind)?.canonical?.(spec) ?? spec;
  }

  /** Whether nothing but factors decides on results of the kind, so that they can be cached. */
  isLasting(kind: string): boolean {
    return this.lasting.has(kind);
  }

  /** Whether it is known what decides on results of the kind, and for how long: they have a rate. */
  hasRate({ kind, revision, composes = [] }: ProductCalculator): boolean {
    return (
      this.isLasting(kind) || (revision !== undefined && composes.every((other) => this.isLasting(other)))
    );
  }

  /**
   * Cached results must not depend on a product that is not declared.
   * @throws Error for a product that one with a rate composes without saying so.
   */
  requireDeclared(calculator: ProductCalculator, other: string): void {
    const { kind, composes = [] } = calculator;
    if (this.hasRate(calculator) && !composes.includes(other))
      throw new Error(`"${kind}" composes "${other}", which its \`composes\` does not say`);
  }

  /** Whether a product consists of another, directly or through others. */
  consistsOf(kind: string, other: string): boolean {
    const { composes = [] } = this.byKind.get(kind) ?? {};
    return composes.some((part) => part === other || this.consistsOf(part, other));
  }

  /** A composed product reads what its parts read. */
  private readsFactorsAlone(kind: string): boolean {
    const calculator = this.byKind.get(kind);
    if (!calculator?.readsFactorsAlone) return false;
    return (calculator.composes ?? []).every((other) => this.readsFactorsAlone(other));
  }

  private refuseCycle(kind: string, path: readonly string[]): void {
    const trail = trailOf(kind, path);
    for (const other of this.byKind.get(kind)?.composes ?? []) this.refuseCycle(other, trail);
  }
}

/** The way to a kind through what composes it. @throws Error for a circle, declared or not. */
export function trailOf(kind: string, path: readonly string[]): readonly string[] {
  const trail = [...path, kind];
  if (path.includes(kind)) throw new Error(`composition cycle: ${trail.join(" → ")}`);
  return trail;
}
