import type { CalculationContext, InUnits, Parted, ProductCalculator } from "../core/contract";
import type { FactorReader } from "../core/factors";
import type { Footprint, Said } from "../core/footprint";
import type { Product } from "./bound";
import { composed } from "./composed";
import { poolUnit, sharedPool } from "./shared-pool";

/** The calculator of a defined product: checks, then its recipe. */
export class RecipeCalculator implements ProductCalculator {
  readonly kind: string;
  readonly readsFactorsAlone: boolean;
  readonly composes: readonly string[];
  readonly partsOf?: (spec: object, context: { readonly factors: FactorReader }) => Parted;
  readonly unitsOf?: (spec: object, context: { readonly factors: FactorReader }) => InUnits | null;

  constructor(private readonly product: Product) {
    const { kind, recipe } = product.definition;
    this.kind = kind;
    this.readsFactorsAlone = "calculate" in recipe ? recipe.readsFactorsAlone : true;
    this.composes = "composes" in recipe ? (recipe.composes ?? []) : [];
    if ("parts" in recipe) {
      this.partsOf = (spec, { factors }) => ({
        parts: recipe
          .parts(product.check(spec).checked, { catalogue: product.catalogue, factors })
          .flatMap((part) => (part === null ? [] : [{ fields: recipe.fields ?? {}, ...part }])),
        notes: this.notesOn(spec, factors),
      });
    }
    if ("sharedPool" in recipe) {
      this.unitsOf = (spec, { factors }) => {
        const use = recipe.sharedPool(product.check(spec).checked, factors);
        // Nothing of a pool is no unit of it, and is said otherwise.
        return use.gb === 0 ? null : { units: [poolUnit(use)], notes: this.notesOn(spec, factors) };
      };
    }
  }

  canonical(spec: object): object {
    return this.product.canonical(spec);
  }

  async calculate(spec: object, context: CalculationContext): Promise<Footprint> {
    const { recipe } = this.product.definition;
    const { checked } = this.product.check(spec);
    if (this.partsOf !== undefined) return composed(this.partsOf(spec, context), context);
    if ("calculate" in recipe) {
      const { catalogue } = this.product;
      return recipe.calculate(checked, { ...context, catalogue, notes: this.notesOn(spec, context.factors) });
    }
    if ("sharedPool" in recipe) {
      const use = recipe.sharedPool(checked, context.factors);
      return sharedPool(use, this.notesOn(spec, context.factors), context);
    }
    throw new Error(`"${this.kind}" has no recipe`);
  }

  private notesOn(spec: object, factors: FactorReader): readonly Said[] {
    const { checked } = this.product.check(spec);
    const own = this.product.definition.notes?.(checked, factors) ?? [];
    return [...this.product.notesOn(spec), ...own];
  }
}
