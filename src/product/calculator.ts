import type { CalculationContext, InUnits, Parted, ProductCalculator } from "../core/contract";
import type { FactorReader } from "../core/factors";
import type { Footprint, Said } from "../core/footprint";
import type { Product } from "./bound";
import { composed } from "./composed";
import type { AnyDefinition } from "./definition";
import { partsInTable } from "./parts-table";
import { poolUnit, sharedPool } from "./shared-pool";
import { sharedServer } from "./shared-server";
import { rateUnit } from "./units";

interface OnADay {
  readonly factors: FactorReader;
}

/** The calculator of a defined product: checks, then its recipe. */
export class RecipeCalculator implements ProductCalculator {
  readonly kind: string;
  readonly readsFactorsAlone: boolean;
  readonly composes: readonly string[];
  readonly amounts?: "PER_HOUR" | "PER_PERIOD";
  readonly partsOf?: (spec: object, context: OnADay) => Parted;
  readonly unitsOf?: (spec: object, context: OnADay) => InUnits | null;
  readonly revision?: (spec: object) => Promise<string | null> | null;

  constructor(private readonly product: Product) {
    const { kind, recipe } = product.definition;
    const { catalogue } = product;
    const checkedOn = (spec: object, { factors }: OnADay): never => {
      product.checkLimits(spec, factors);
      return product.check(spec).checked as never;
    };
    this.kind = kind;
    this.readsFactorsAlone = "calculate" in recipe ? recipe.readsFactorsAlone : true;
    this.composes = composesOf(recipe, catalogue);
    if ("partsTable" in recipe) {
      this.partsOf = (spec, { factors }) => {
        product.checkLimits(spec, factors);
        const of = { ...product.partsOf(spec), names: product.data.names, factors };
        return { parts: partsInTable(recipe.partsTable(catalogue), of), notes: this.notesOn(spec, factors) };
      };
    }
    if ("parts" in recipe) {
      this.partsOf = (spec, { factors }) => ({
        parts: recipe
          .parts(checkedOn(spec, { factors }), { ...product.data, factors })
          .flatMap((part) => (part === null ? [] : [{ fields: recipe.fields ?? {}, ...part }])),
        notes: this.notesOn(spec, factors),
        areAlike: recipe.areAlike ?? false,
      });
    }
    if ("sharedPool" in recipe) {
      this.unitsOf = (spec, { factors }) => {
        const use = recipe.sharedPool(checkedOn(spec, { factors }), factors);
        // Nothing of a pool is no unit of it, and is said otherwise.
        return use.gb === 0 ? null : { units: [poolUnit(use)], notes: this.notesOn(spec, factors) };
      };
    }
    if ("sharedServer" in recipe) {
      this.unitsOf = (spec, { factors }) => {
        const units = recipe.between?.(checkedOn(spec, { factors }), factors) ?? null;
        if (units === null) return null;
        const use = (checked: object, context: CalculationContext): Footprint =>
          sharedServer(recipe.sharedServer(checked as never, context.factors), [], context);
        return { units: units.map((unit) => rateUnit(unit, use)), notes: this.notesOn(spec, factors) };
      };
    }
    if ("calculate" in recipe) {
      const { amounts, unitsOf, revision } = recipe;
      if (amounts !== undefined) this.amounts = amounts;
      if (revision !== undefined) this.revision = (spec) => revision(product.check(spec).checked, catalogue);
      if (unitsOf !== undefined) {
        this.unitsOf = (spec, { factors }) => {
          const found = unitsOf(checkedOn(spec, { factors }), catalogue);
          if (found === null) return null;
          const calculate = (checked: object, context: CalculationContext) =>
            recipe.calculate(checked as never, { ...context, catalogue, notes: [] });
          return {
            units: found.units.map((unit) => rateUnit(unit, calculate)),
            notes: [...this.notesOn(spec, factors), ...found.notes],
          };
        };
      }
    }
  }

  canonical(spec: object): object {
    return this.product.canonical(spec);
  }

  async calculate(spec: object, context: CalculationContext): Promise<Footprint> {
    const { recipe } = this.product.definition;
    if (this.partsOf !== undefined) return composed(this.partsOf(spec, context), context);
    const { factors } = context;
    this.product.checkLimits(spec, factors);
    const checked = this.product.check(spec).checked as never;
    const notes = this.notesOn(spec, factors);
    if ("calculate" in recipe) {
      return recipe.calculate(checked, { ...context, catalogue: this.product.catalogue, notes });
    }
    if ("sharedPool" in recipe) return sharedPool(recipe.sharedPool(checked, factors), notes, context);
    if ("sharedServer" in recipe) return sharedServer(recipe.sharedServer(checked, factors), notes, context);
    throw new Error(`"${this.kind}" has no recipe`);
  }

  private notesOn(spec: object, factors: FactorReader): readonly Said[] {
    const { checked } = this.product.check(spec);
    const own = this.product.definition.notes?.(checked, factors) ?? [];
    return [...this.product.notesOn(spec), ...own];
  }
}

/** Kinds of the products that it asks; a table of parts names them. */
function composesOf(recipe: AnyDefinition["recipe"], catalogue: object): readonly string[] {
  if ("partsTable" in recipe)
    return [...new Set(Array.from(recipe.partsTable(catalogue), (row) => row.product))];
  return "composes" in recipe ? (recipe.composes ?? []) : [];
}
