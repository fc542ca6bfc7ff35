import { inject, injectable } from "tsyringe";
import { Arg, ObjectType, Query, Resolver } from "type-graphql";
import { type Graph, TheGraph } from "../../../schema/types";
import {
  BOUND_PRODUCT,
  type BoundProduct,
  type OfferList,
  type ProductDescription,
  type ResourcePresenter,
} from "../../core/contract";
import { addColumns, type Class } from "./columns";
import { named, type ResourceType } from "./resource-types";

/** Makes the resources of a product. */
export function presenterOf(Described: ResourceType): Class<ResourcePresenter> {
  @injectable()
  class Presenter implements ResourcePresenter {
    constructor(@inject(BOUND_PRODUCT) private readonly product: BoundProduct) {}

    present(spec: object): object {
      return new Described(spec, this.product);
    }

    otherPlaces(spec: object) {
      return this.product.otherPlaces(spec);
    }
  }
  return Presenter;
}

/** The query of a product, named as its kind. */
export function queryOf(
  { kind, query, input }: ProductDescription,
  types: { readonly input: Class; readonly resource: Class },
): Class {
  const { input: Input, resource: Shown } = types;
  @Resolver()
  class ProductQuery {
    @Query(() => Shown, { name: kind, nullable: true, description: query })
    resource(
      @TheGraph() graph: Graph,
      @Arg("input", () => Input, { description: input.argument }) spec: object,
    ): object {
      return graph.resource(kind, spec);
    }
  }
  return ProductQuery;
}

/** The query that lists the offers of a product. Where it shows factors it can fail, and leaves the queries beside it. */
export function listQueryOf({ query, description, offer, columns }: OfferList<never>): Class {
  @ObjectType(offer.name, { description: offer.description })
  class Offer {
    constructor(readonly entry: unknown) {}
  }
  addColumns(named(Offer, offer.name), columns, ({ entry }) => entry);
  const nullable = Object.values(columns).some(({ type }) => type === "factor");

  @injectable()
  @Resolver()
  class OfferQuery {
    constructor(@inject(BOUND_PRODUCT) private readonly product: BoundProduct) {}

    @Query(() => [Offer], { name: query, nullable, description })
    offers(): object[] {
      return Array.from(this.product.offers(), (entry) => new Offer(entry));
    }
  }
  return OfferQuery;
}
