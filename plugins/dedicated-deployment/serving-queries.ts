import { inject, injectable } from "tsyringe";
import { Arg, Query, Resolver } from "type-graphql";
import { CurrentSession } from "../../schema/types";
import { PLACES } from "../../src/core/contract";
import { type Places } from "../../src/core/method";
import { type Session } from "../../src/estimates";
import { DedicatedCatalogue } from "./catalogue";
import { estimateServing } from "./serving";
import { ServingComparison, ServingInput } from "./serving-types";

@injectable()
@Resolver()
export class ServingQueries {
  constructor(
    @inject(DedicatedCatalogue) readonly catalogue: DedicatedCatalogue,
    @inject(PLACES) readonly places: Places,
  ) {}

  @Query(() => ServingComparison, {
    nullable: true,
    description:
      "Compares serving a model on Dedicated Deployment and on Serverless, with the tokens, or seconds of audio, per month at which both emit the same. Errors: UNKNOWN_MODEL, UNKNOWN_REGION, UNKNOWN_NODE_TYPE, NOT_AVAILABLE_IN_LOCALITY, NO_BENCHMARK, BAD_USER_INPUT.",
  })
  async servingComparison(
    @Arg("input", () => ServingInput, {
      description: "Which model, where, and how many tokens or seconds of audio in a month.",
    })
    input: ServingInput,
    @CurrentSession() session: Session,
  ): Promise<ServingComparison> {
    return ServingComparison.of(await estimateServing(input, this, session));
  }
}
