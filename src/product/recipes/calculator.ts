import type {
  Amounts,
  CalculationContext,
  FieldRole,
  InUnits,
  Parted,
  ProductCalculator,
} from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import type { Footprint, Said } from "../../core/footprint";
import { withMore } from "../../core/helpers";
import type { SiteContext } from "../../core/method";
import { requireList } from "../call-member";
import type { LoadedDefinition } from "../loaded-definition";
import { type Recipe, recipeOf } from "./recipes";

const NONE: readonly Said[] = [];

/** Fields that have no end of values. */
const ENDLESS: ReadonlySet<FieldRole> = new Set(["AMOUNT", "PERCENT", "NESTED"]);

/** The calculator of a defined product: checks, then its recipe. */
export class RecipeCalculator implements ProductCalculator {
  readonly kind: string;
  readonly readsFactorsAlone: boolean;
  readonly composes: readonly string[];
  readonly isEndless: boolean;
  readonly checksAll = true;
  readonly amounts?: Amounts;
  readonly partsOf?: (spec: object, context: SiteContext) => Parted;
  readonly unitsOf?: (spec: object, context: SiteContext) => InUnits | null;
  readonly revision?: (spec: object) => Promise<string | null> | null;
  private readonly recipe: Recipe;

  constructor(private readonly product: LoadedDefinition) {
    const { kind, fields, recipe: defined } = product.definition;
    this.recipe = recipeOf(product);
    const { composes, partsOf, unitsOf } = this.recipe;
    this.kind = kind;
    this.composes = composes;
    this.isEndless = Object.values(fields).some(({ role }) => ENDLESS.has(role));
    this.readsFactorsAlone = "calculate" in defined ? defined.readsFactorsAlone : true;
    if (partsOf !== undefined) this.partsOf = (spec, { factors }) => partsOf(this.checkedOn(spec, factors));
    if (unitsOf !== undefined) {
      this.unitsOf = (spec, context) => unitsOf(this.checkedOn(spec, context.factors), context);
    }
    if (!("calculate" in defined)) return;
    const { amounts, revision } = defined;
    if (amounts !== undefined) this.amounts = amounts;
    if (revision !== undefined) {
      this.revision = (spec) => revision(product.check(spec).checked, product.catalogue);
    }
  }

  canonical(spec: object): object {
    return this.product.canonical(spec);
  }

  async calculate(spec: object, context: CalculationContext): Promise<Footprint> {
    return this.recipe.calculate(this.checkedOn(spec, context.factors), context);
  }

  private checkedOn(spec: object, factors: FactorReader) {
    const { product } = this;
    // Called once: to find out whether the same specification was checked before, all of it is compared.
    const sound = product.soundOn(spec, factors);
    const checked = sound.checked as never;
    const { kind, notes } = product.definition;
    const own = notes === undefined ? NONE : requireList(kind, "notes", notes(checked, factors));
    return { sound, checked, factors, notes: withMore(product.notesOn(spec, sound), own) };
  }
}
