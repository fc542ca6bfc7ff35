import { Field, Float, Int, ObjectType } from "type-graphql";
import { EnterItems, type ScopeOfItem } from "./context";
import { Footprint } from "./footprint";
import { Locality, Product } from "./presentation";
import { Resource } from "./resource";

@ObjectType({
  description: "Why an item could not be computed. The others are unaffected, and the sum leaves it out.",
})
export class ItemError {
  @Field(() => String, { description: "Code of the error, as a query of the resource alone would carry it." })
  readonly code!: string;

  @Field(() => String, { description: "What is wrong, with the nearest names where a name is unknown." })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: "Input field at fault; null where no single one is." })
  readonly field?: string | null;

  @Field(() => [String], { description: "Nearest names where a name is unknown; empty otherwise." })
  readonly suggestions!: readonly string[];
}

@ObjectType({
  description: "One line of a portfolio, in the place where it was given. It has a footprint or an error.",
})
export class PortfolioItem {
  @Field(() => String, { nullable: true, description: "The label that was given." })
  readonly label?: string | null;

  @Field(() => Float, { description: "How many of the resource." })
  readonly count!: number;

  @Field(() => Resource, { nullable: true, description: "The resource; null where the item has an error." })
  readonly resource!: Resource | null;

  @Field(() => Footprint, {
    nullable: true,
    description: "Footprint of all `count` of them in the item's period; null where the item has an error.",
  })
  readonly footprint!: Footprint | null;

  @Field(() => ItemError, {
    nullable: true,
    description: "What is wrong with the item; null where it was computed.",
  })
  readonly error!: ItemError | null;
}

@ObjectType({ description: "What one product contributes to a portfolio." })
export class ProductTotal {
  @Field(() => Product, { description: "Which product: an entry of `products`." })
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

/** A portfolio that was computed; what is dear to put together is so when it is asked for. */
export interface PortfolioView {
  footprint(): Footprint;
  readonly items: readonly PortfolioItem[];
  /** Periods that items have of their own; null where none has. */
  readonly scopeOfItem: ScopeOfItem | null;
  byProduct(): readonly ProductTotal[];
  byLocality(): Promise<readonly LocalityTotal[]>;
}

@ObjectType({ description: "Many resources and their sum. Items keep the order in which they were given." })
export class Portfolio {
  constructor(private readonly view: PortfolioView) {}

  @Field(() => Footprint, {
    description:
      "Sum of all items that were computed; a note counts those left out. Zero for no items; where none of the items could be computed, the error of the first.",
  })
  get footprint(): Footprint {
    return this.view.footprint();
  }

  @Field(() => [PortfolioItem], { description: "Every item, in the order given." })
  items(@EnterItems() enter: (scopeOf: ScopeOfItem) => void): readonly PortfolioItem[] {
    const { items, scopeOfItem } = this.view;
    if (scopeOfItem !== null) enter(scopeOfItem);
    return items;
  }

  @Field(() => [ProductTotal], { description: "The same sum by product." })
  get byProduct(): readonly ProductTotal[] {
    return this.view.byProduct();
  }

  @Field(() => [LocalityTotal], { description: "The same sum by place." })
  byLocality(): Promise<readonly LocalityTotal[]> {
    return this.view.byLocality();
  }
}
