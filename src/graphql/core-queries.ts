import { inject, injectable } from "tsyringe";
import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { ConfidenceEnum, Factor, LanguageModel, Locality, Methodology, Product } from "../../schema/types";
import { ENGINE, type FootprintEngine, LANGUAGE_MODELS, type LanguageModels } from "../core/contract";
import type { Confidence } from "../core/domain";
import type { RequestContext } from "./context";
import { METHODOLOGY } from "./graph";

/** Queries that belong to no product. */
@injectable()
@Resolver()
export class CoreQueries {
  constructor(
    @inject(ENGINE) private readonly engine: FootprintEngine,
    @inject(LANGUAGE_MODELS) private readonly models: LanguageModels,
  ) {}

  @Query(() => [Product], { description: "Products that footprints can be asked of." })
  products(@Ctx() { graph }: RequestContext): Product[] {
    return graph.allProducts();
  }

  @Query(() => [Locality], { description: "Every zone, with the factors in force today." })
  localities(@Ctx() { graph }: RequestContext): Locality[] {
    return graph.places().map((place) => new Locality(place));
  }

  @Query(() => [LanguageModel], {
    description: "Every language model that is or was served, those that have ended included.",
  })
  languageModels(): LanguageModel[] {
    return [...this.models.models.values()].map((model) => new LanguageModel(model));
  }

  @Query(() => [Factor], { description: "Every factor that figures can rest on, in all its vintages." })
  factors(
    @Arg("confidence", () => ConfidenceEnum, {
      nullable: true,
      description: "Only factors of this confidence; all when left out.",
    })
    confidence?: Confidence | null,
  ): Factor[] {
    const wanted = this.engine.book
      .all()
      .filter((factor) => confidence == null || factor.confidence === confidence);
    return wanted.map((factor) => new Factor(factor));
  }

  @Query(() => Methodology, { description: "The public method that the figures follow." })
  methodology(): Methodology {
    return METHODOLOGY;
  }
}
