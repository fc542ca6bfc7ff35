import { inject, injectable } from "tsyringe";
import { Arg, ObjectType, Query, Resolver } from "type-graphql";
import { CurrentSession } from "../../../schema/types";
import {
  LOADED_PRODUCT,
  type LoadedProduct,
  type OfferList,
  type ProductDescription,
  type ResourcePresenter,
} from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import type { Class } from "../../core/helpers";
import type { Session } from "../../estimates";
import { addColumns, sharedType } from "./columns";
import { named, type ResourceType } from "./resource-types";

/** Makes the resources of a product. */
export function presenterOf(Described: ResourceType): Class<ResourcePresenter> {
  @injectable()
  class Presenter implements ResourcePresenter {
    constructor(@inject(LOADED_PRODUCT) private readonly product: LoadedProduct) {}

    check(spec: object, today: FactorReader): void {
      this.product.checkLimits(spec, today);
    }

    present(spec: object, today: FactorReader): object {
      this.check(spec, today);
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
      @CurrentSession() session: Session,
      @Arg("input", () => Input, { description: input.argument }) spec: object,
    ): object {
      return session.resource(kind, spec);
    }
  }
  return ProductQuery;
}

/** The query that lists the offers of a product. If it shows factors it can fail, and must not affect other queries. */
export function listQueryOf(list: OfferList<never>): Class {
  const { query, description } = list;
  const { type: Offer, show, nullable } = offerTypeOf(list);
  @injectable()
  @Resolver()
  class OfferQuery {
    constructor(@inject(LOADED_PRODUCT) private readonly product: LoadedProduct) {}

    @Query(() => [Offer], { name: query, nullable, description })
    offers(): object[] {
      return Array.from(this.product.offers(), show);
    }
  }
  return OfferQuery;
}

interface OfferType {
  readonly type: Class;
  readonly show: (entry: unknown) => object;
  readonly nullable: boolean;
}

function offerTypeOf(list: OfferList<never>): OfferType {
  if (!("columns" in list)) {
    const Shared = sharedType(list.offer);
    return { type: Shared, show: (entry) => new Shared(list.of(entry as never)), nullable: false };
  }
  const { offer, columns } = list;
  @ObjectType(offer.name, { description: offer.description })
  class Offer {
    constructor(readonly entry: unknown) {}
  }
  addColumns(named(Offer, offer.name), columns, ({ entry }) => entry);
  const nullable = Object.values(columns).some(({ type }) => type === "factor");
  return { type: Offer, show: (entry) => new Offer(entry), nullable };
}
