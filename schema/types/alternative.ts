import { Field, Int, ObjectType } from "type-graphql";
import type { Ranking } from "../../src/core/differences";
import type { AlternativesEstimate } from "../../src/estimates";
import { ImpactDifference } from "./difference";
import { Footprint } from "./footprint";
import { ItemError } from "./item-error";
import { Locality } from "./presentation";
import { Resource } from "./resource";

/** A place, with what the resource emits there or why that is not known. */
export interface AlternativeAt {
  readonly locality: Locality;
  readonly resource: Resource;
  readonly computed: { readonly footprint: Footprint; readonly difference: ImpactDifference } | null;
  readonly error: ItemError | null;
}

@ObjectType({
  description: "The same resource in another place. It has a footprint or an error.",
})
export class Alternative {
  constructor(
    private readonly at: AlternativeAt,
    /** Its rank, and its place in the ranking; null if there is none. */
    private readonly ranked: {
      readonly rank: number;
      readonly index: number;
      readonly ranking: Ranking;
      readonly localities: readonly Locality[];
    } | null,
  ) {}

  /** Those that were computed in their order, then those that could not be. */
  static each({ computed, ranking, failed }: AlternativesEstimate): Alternative[] {
    const localities = computed.map(({ place }) => new Locality(place));
    return [
      ...computed.map(({ resource, footprint, rank, difference }, index) => {
        const at = {
          locality: localities[index] as Locality,
          resource: resource as Resource,
          computed: { footprint: new Footprint(footprint), difference: new ImpactDifference(difference) },
          error: null,
        };
        return new Alternative(at, { rank, index, ranking, localities });
      }),
      ...failed.map(({ place, resource, error }) => {
        const at = { locality: new Locality(place), resource: resource as Resource, computed: null, error };
        return new Alternative(at, null);
      }),
    ];
  }

  @Field(() => Int, {
    nullable: true,
    description:
      "Rank by expected kgCO2e: the number of places with less, plus 1; null if the footprint is unknown.",
  })
  get rank(): number | null {
    return this.ranked === null ? null : this.ranked.rank;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether its rank is certain, wherever in their ranges the factors are; a factor used in two places has the same value in both. False if it could swap ranks with one of `unsettledWith`; null if it has no rank.",
  })
  isRankSettled(): boolean | null {
    return this.ranked === null ? null : this.unsettledWith().length === 0;
  }

  @Field(() => [Locality], {
    description:
      "Other places with which it could swap ranks, because the difference between them is assumed or uncertain. Empty if the rank is certain.",
  })
  unsettledWith(): Locality[] {
    if (this.ranked === null) return [];
    const { index, ranking, localities } = this.ranked;
    return ranking.unsettledWith(index).map((other) => localities[other] as Locality);
  }

  @Field(() => Locality, {
    description: "The place: the zone whose factors are used, or the region of a regional product.",
  })
  get locality(): Locality {
    return this.at.locality;
  }

  @Field(() => Resource, { description: "The resource as it would be there." })
  get resource(): Resource {
    return this.at.resource;
  }

  @Field(() => Footprint, {
    nullable: true,
    description: "Its footprint there in the period; null if it cannot be computed.",
  })
  get footprint(): Footprint | null {
    return this.at.computed?.footprint ?? null;
  }

  @Field(() => ImpactDifference, {
    nullable: true,
    description: "Its footprint there minus its footprint here; null if `footprint` is null.",
  })
  get difference(): ImpactDifference | null {
    return this.at.computed?.difference ?? null;
  }

  @Field(() => ItemError, {
    nullable: true,
    description: "Why it cannot be computed there; null if it can.",
  })
  get error(): ItemError | null {
    return this.at.error;
  }
}
