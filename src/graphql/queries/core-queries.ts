import { inject, injectable } from "tsyringe";
import { Arg, Query, Resolver } from "type-graphql";
import {
  ConfidenceEnum,
  CurrentSession,
  Factor,
  LanguageModel,
  Locality,
  Methodology,
  Product,
} from "../../../schema/types";
import { LANGUAGE_MODELS } from "../../core/contract";
import type { Confidence } from "../../core/formulas";
import { type LanguageModels } from "../../core/language-models";
import type { EngineSession } from "../../estimates";

/** Queries that belong to no product. */
@injectable()
@Resolver()
export class CoreQueries {
  constructor(@inject(LANGUAGE_MODELS) private readonly models: LanguageModels) {}

  @Query(() => [Product], { description: "Products that have footprints." })
  products(@CurrentSession() session: EngineSession): Product[] {
    return session.allProducts();
  }

  @Query(() => [Locality], {
    description:
      "Every zone, with the factors in force today or on the day of asOf; without zones that had no factors then.",
  })
  localities(@CurrentSession() session: EngineSession): Locality[] {
    return session.places().map((place) => new Locality(place));
  }

  @Query(() => [LanguageModel], {
    description: "Every language model that is or was served.",
  })
  languageModels(): LanguageModel[] {
    return [...this.models.models.values()].map((model) => new LanguageModel(model));
  }

  @Query(() => [Factor], {
    description: "Every factor: all vintages or, with asOf, those in force on that day.",
  })
  factors(
    @CurrentSession() session: EngineSession,
    @Arg("confidence", () => ConfidenceEnum, {
      nullable: true,
      description: "Only factors of this confidence; default: all.",
    })
    confidence?: Confidence | null,
  ): Factor[] {
    const wanted = session
      .factors()
      .filter((factor) => confidence == null || factor.confidence === confidence);
    return wanted.map((factor) => new Factor(factor));
  }

  @Query(() => Methodology, {
    description: "The public method that the figures follow today, or on the day of asOf.",
  })
  methodology(@CurrentSession() session: EngineSession): Methodology {
    return session.methodology;
  }
}
