import { Field, ObjectType } from "type-graphql";
import {
  Benchmark,
  CurrentSession,
  DescribedResource,
  During,
  Footprint,
  type PeriodInput,
  TokenTypeEnum,
  type TokenTypeName,
} from "../../schema/types";
import { DomainError } from "../../src/core/errors";
import { fromFactor } from "../../src/core/formulas";
import { speedFactor } from "../../src/core/language-models";
import type { FactorSource } from "../../src/core/method";
import type { Session } from "../../src/estimates";
import type { ServingBenchmarks } from "./benchmarks";
import type { ServingFigures } from "./figures";
import { OperatingPoint } from "./operating-point";
import { type ServerlessSpec, withOnly } from "./spec";

/** Tokens of the unit footprints, as prices are quoted. */
const MILLION = 1_000_000;

@ObjectType({ description: "The footprint of a million tokens of one type." })
export class TokenFootprint {
  @Field(() => TokenTypeEnum, { description: "Type of the tokens." })
  readonly type!: TokenTypeName;

  @Field(() => Footprint, {
    description: "Footprint of a million tokens; for AUDIO_SECOND, of a million seconds.",
  })
  readonly footprint!: Footprint;
}

const OF_DAY =
  "Period of whose first day benchmarks and factors are. Left out, that of the footprint, comparison or portfolio that leads here; otherwise today.";

interface CheckedUsage {
  readonly place: { readonly name: string };
  readonly benchmarksOn: (day: string, request: object) => Promise<ServingBenchmarks>;
  readonly figuresOf: (benchmarks: ServingBenchmarks, factor: FactorSource) => ServingFigures;
}

/** Types beyond the description of tokens: what follows from their benchmarks. */
@ObjectType()
export abstract class MeasuredUsage extends DescribedResource {
  /** The zone of the node that serves it; its region where no node is known to. */
  override placeIn(session: Session): string | Promise<string> {
    const place = super.placeIn(session);
    if (place !== this.written.region) return place;
    return this.measured(session).then(
      ({ node }) => node.zone,
      (error: unknown) => {
        if (error instanceof DomainError && error.code === "NO_BENCHMARK") return place;
        throw error;
      },
    );
  }

  @Field(() => [Benchmark], {
    description:
      "The benchmarks of the node that is taken to serve the model. Errors: NO_BENCHMARK, STORE_UNAVAILABLE.",
  })
  async benchmarks(
    @CurrentSession() session: Session,
    @During(OF_DAY) _during?: PeriodInput | null,
  ): Promise<Benchmark[]> {
    const { byType } = await this.measured(session);
    return [...byType.values()].map((one) => new Benchmark({ ...one, tokensPerSecond: speedFactor(one) }));
  }

  @Field(() => [TokenFootprint], {
    description:
      "The unit footprints: of a million tokens of each type that was measured on the node. Errors: NO_BENCHMARK, STORE_UNAVAILABLE.",
  })
  async perMillionTokens(
    @CurrentSession() session: Session,
    @During(OF_DAY) _during?: PeriodInput | null,
  ): Promise<TokenFootprint[]> {
    const { byType } = await this.measured(session);
    return Promise.all(
      [...byType.keys()].map(async (type) => {
        const spec = withOnly({ type, count: MILLION }, this.spec as ServerlessSpec);
        return { type, footprint: new Footprint(await session.footprint(this.kind, spec, null)) };
      }),
    );
  }

  @Field(() => OperatingPoint, {
    description:
      "Concurrency, utilisation, speed, power and energy per token of the node that is taken to serve the model. Errors: NO_BENCHMARK, STORE_UNAVAILABLE.",
  })
  async operatingPoint(
    @CurrentSession() session: Session,
    @During(OF_DAY) _during?: PeriodInput | null,
  ): Promise<OperatingPoint> {
    const factor = (series: string) => fromFactor(session.factor(series));
    const benchmarks = await this.measured(session);
    return new OperatingPoint((this.checked as CheckedUsage).figuresOf(benchmarks, factor));
  }

  private measured({ today, request }: Session): Promise<ServingBenchmarks> {
    return (this.checked as CheckedUsage).benchmarksOn(today, request);
  }
}
