import { Field, Float, Int, ObjectType } from "type-graphql";
import {
  type Computed,
  errorOfItem,
  type PortfolioItem as ItemAsGiven,
  type Outcome,
  type PortfolioEstimate,
  type Session,
} from "../../src/estimates";
import { EnterItems, type ScopeOfItem } from "./context";
import { Footprint } from "./footprint";
import { ItemError } from "./item-error";
import { Locality, Product } from "./presentation";
import { Resource } from "./resource";

@ObjectType({
  description: "One line of a portfolio. It has a footprint or an error.",
})
export class PortfolioItem {
  constructor(
    item: ItemAsGiven,
    private readonly computed: Computed | null,
    footprint: Footprint | null,
    error: ItemError | null,
  ) {
    this.label = item.label ?? null;
    this.count = item.count;
    this.footprint = footprint;
    this.error = error;
  }

  @Field(() => String, { nullable: true, description: "The label from the request." })
  readonly label: string | null;

  @Field(() => Float, { description: "How many of the resource." })
  readonly count: number;

  @Field(() => Resource, { nullable: true, description: "The resource; null if the item has an error." })
  get resource(): Resource | null {
    return (this.computed?.resource ?? null) as Resource | null;
  }

  @Field(() => Footprint, {
    nullable: true,
    description: "Footprint of all `count` of them in the item's period; null if the item has an error.",
  })
  readonly footprint: Footprint | null;

  @Field(() => ItemError, {
    nullable: true,
    description: "What is wrong with the item; null if it was computed.",
  })
  readonly error: ItemError | null;

  /** Every line; frozen, since nothing in it is still to come. */
  static each({ items, outcomes }: PortfolioEstimate): readonly PortfolioItem[] {
    // Lines that say the same show one footprint.
    const shown = new Map<Outcome, Footprint>();
    return Object.freeze(
      items.map((item, index): PortfolioItem => {
        const outcome = outcomes[index] as Outcome;
        if ("error" in outcome)
          return new PortfolioItem(item, null, null, errorOfItem(outcome.error, item, index));
        let footprint = shown.get(outcome);
        if (footprint === undefined) {
          footprint = new Footprint(outcome.footprint);
          shown.set(outcome, footprint);
        }
        return new PortfolioItem(item, outcome, footprint, null);
      }),
    );
  }
}

@ObjectType({ description: "What one product contributes to a portfolio." })
export class ProductTotal {
  @Field(() => Product, { description: "The product: an entry of `products`." })
  readonly product!: Product;

  @Field(() => Int, { description: "Number of items of the product that were computed." })
  readonly items!: number;

  @Field(() => Footprint, { description: "Their sum." })
  readonly footprint!: Footprint;
}

@ObjectType({ description: "What one place contributes to a portfolio." })
export class LocalityTotal {
  @Field(() => Locality, {
    description:
      "Where the items run, with the factors in force there on the first day of the portfolio's period; today's for one without dates.",
  })
  readonly locality!: Locality;

  @Field(() => Int, { description: "Number of items in the place that were computed." })
  readonly items!: number;

  @Field(() => Footprint, { description: "Their sum." })
  readonly footprint!: Footprint;
}

@ObjectType({ description: "Many resources and their sum. Items are in the order of the request." })
export class Portfolio {
  private shownItems: readonly PortfolioItem[] | undefined;

  constructor(
    private readonly estimate: PortfolioEstimate,
    private readonly session: Session,
  ) {}

  @Field(() => Footprint, {
    description:
      "Sum of all items that were computed; a note counts those left out. Zero for an empty list; if no item could be computed, an error with the code and field of the first; `failures` has all of them.",
  })
  get footprint(): Footprint {
    return new Footprint(this.estimate.footprint);
  }

  @Field(() => [PortfolioItem], { description: "Every item, in the order of the request." })
  items(@EnterItems() enter: (scopeOf: ScopeOfItem) => void): readonly PortfolioItem[] {
    const { items } = this.estimate;
    if (items.some(({ during }) => during != null)) enter((index) => ({ during: items[index]?.during }));
    this.shownItems ??= PortfolioItem.each(this.estimate);
    return this.shownItems;
  }

  @Field(() => [ProductTotal], { description: "The same sum by product." })
  get byProduct(): readonly ProductTotal[] {
    return this.estimate.byProduct().map(({ of, items, footprint }) => ({
      product: this.session.product(of),
      items,
      footprint: new Footprint(footprint),
    }));
  }

  @Field(() => [LocalityTotal], { description: "The same sum by place." })
  async byLocality(): Promise<readonly LocalityTotal[]> {
    const totals = await this.estimate.byPlace();
    return totals.map(({ of, items, footprint }) => ({
      locality: new Locality(this.session.place(of)),
      items,
      footprint: new Footprint(footprint),
    }));
  }
}
