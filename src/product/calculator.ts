import type { CalculationContext, ProductCalculator } from "../core/contract";
import type { Footprint } from "../core/footprint";
import type { Product } from "./bound";
import { sharedPool } from "./shared-pool";

/** The calculator of a defined product: checks, then its recipe. */
export class RecipeCalculator implements ProductCalculator {
  readonly kind: string;
  readonly readsFactorsAlone = true;
  readonly composes: readonly string[];

  constructor(private readonly product: Product) {
    const { kind, recipe } = product.definition;
    this.kind = kind;
    this.composes = "composes" in recipe ? (recipe.composes ?? []) : [];
  }

  canonical(spec: object): object {
    return this.product.canonical(spec);
  }

  async calculate(spec: object, context: CalculationContext): Promise<Footprint> {
    const { recipe, notes } = this.product.definition;
    const { checked } = this.product.check(spec);
    if ("calculate" in recipe) {
      return recipe.calculate(checked, { ...context, catalogue: this.product.catalogue });
    }
    const own = [...this.product.notesOn(spec), ...(notes?.(checked, context.factors) ?? [])];
    return sharedPool(recipe.sharedPool(checked, context.factors), own, context);
  }
}
