import { Field, Float, ObjectType } from "type-graphql";
import type { DataQuality as DomainDataQuality } from "../../src/core/footprint";
import { Factor } from "./factor";

@ObjectType({
  description:
    "Shares of the greenhouse-gas total by confidence of the factors; they add up to 1. Each contribution counts with the weakest factor in its formula. A footprint of zero rests on no factor, and counts as published.",
})
export class DataQuality {
  constructor(private readonly quality: DomainDataQuality) {}

  @Field(() => Float, { description: "Share that rests on published factors alone, 0 to 1." })
  get published(): number {
    return this.quality.published;
  }

  @Field(() => Float, { description: "Share whose weakest factor is derived, 0 to 1." })
  get derived(): number {
    return this.quality.derived;
  }

  @Field(() => Float, { description: "Share whose weakest factor is assumed, 0 to 1." })
  get assumed(): number {
    return this.quality.assumed;
  }

  @Field(() => [Factor], { description: "Every factor that the footprint rests on, each once." })
  get factors(): Factor[] {
    return this.quality.factors.map((factor) => new Factor(factor));
  }
}
