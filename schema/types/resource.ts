import { Arg, Ctx, Field, InterfaceType } from "type-graphql";
import type { GraphContext } from "./context";
import { Footprint } from "./footprint";
import { PeriodInput } from "./period";
import { Locality, Product } from "./presentation";

/**
 * Anything a footprint can be asked of. A product extends this class with its own fields; these four are the same for all.
 *
 * `autoRegisterImplementations` is off, so that a product is in the schema when it is composed, not when it is imported.
 */
@InterfaceType({
  autoRegisterImplementations: false,
  description:
    "Anything a footprint can be asked of: a product of the catalogue as it is, or would be, used.",
})
export abstract class Resource {
  constructor(
    readonly kind: string,
    readonly spec: object,
    private readonly text: { readonly name: string; readonly place: string },
  ) {}

  /** Name of the place where it runs. */
  get placeName(): string {
    return this.text.place;
  }

  @Field(() => Product, { description: "The product that the resource is of." })
  product(@Ctx() { graph }: GraphContext): Product {
    return graph.product(this.kind);
  }

  @Field(() => String, { description: "Name of the offer, for example PRO2-S." })
  get name(): string {
    return this.text.name;
  }

  @Field(() => Locality, { description: "Where it runs, with the factors in force there today." })
  locality(@Ctx() { graph }: GraphContext): Locality {
    return new Locality(graph.place(this.text.place));
  }

  @Field(() => Footprint, { description: "What it emits and draws in a period." })
  async footprint(
    @Ctx() { graph }: GraphContext,
    @Arg("during", () => PeriodInput, {
      nullable: true,
      description: "The period; one month of 730 hours when left out.",
    })
    during?: PeriodInput | null,
  ): Promise<Footprint> {
    return new Footprint(await graph.footprint(this.kind, this.spec, during));
  }
}
