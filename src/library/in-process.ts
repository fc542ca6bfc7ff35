import type { ComposedEstimates } from "../compose-estimates";
import type { PeriodFields } from "../core/engine";
import { totalOf } from "../core/footprint";
import { memo } from "../core/helpers";
import {
  type EngineSession,
  estimateAlternatives,
  estimateComparison,
  type ProductFacts,
} from "../estimates";
import { amountsOf } from "./amounts";
import type { Alternative, Alternatives, Comparison, Estimate, History, Portfolio, Product } from "./answer";
import type {
  Backend,
  PreparedEstimate,
  PreparedHistory,
  PreparedPortfolio,
  PreparedResource,
  PreparedTerraform,
} from "./backend";
import { explanationOf, factorOf } from "./explanation";
import type { Explanation, Factor } from "./explanation-answer";
import { asTold, problemOf } from "./failure";
import { portfolioOf } from "./portfolio";
import { differenceOf, driversOf, estimateOf, operatorEstimateOf, placeOf, resourceOf } from "./shown";
import { type TerraformAnswer, terraformAnswer } from "./terraform-answer";

/** Answers from data and engine of this process. */
export class InProcess implements Backend {
  /** @param now the moment that answers are of */
  constructor(
    private readonly composed: Pick<ComposedEstimates, "sessionAt" | "benchmarks" | "infrastructure">,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async products(): Promise<Product[]> {
    return this.session().allProducts().map(productOf);
  }

  async estimate(prepared: PreparedEstimate): Promise<Estimate> {
    return this.answer(prepared.during, async (session) => {
      const footprint = await session.footprint(prepared.product.kind, prepared.input, null);
      return estimateOf(prepared, footprint, session);
    });
  }

  async explain(prepared: PreparedEstimate): Promise<Explanation> {
    return this.answer(prepared.during, async (session) => {
      const footprint = await session.footprint(prepared.product.kind, prepared.input, null);
      return { ...(await estimateOf(prepared, footprint, session)), ...explanationOf(footprint) };
    });
  }

  async compare(a: PreparedResource, b: PreparedResource, during: PeriodFields): Promise<Comparison> {
    return this.answer(during, async (session) => {
      const sides = { a: asChoice(a), b: asChoice(b) };
      const comparison = await estimateComparison(sides, null, session);
      const [first, second] = await Promise.all([
        estimateOf({ ...a, during }, comparison.a.footprint, session),
        estimateOf({ ...b, during }, comparison.b.footprint, session),
      ]);
      const { difference } = comparison;
      return { a: first, b: second, difference: differenceOf(difference), drivers: driversOf(difference) };
    });
  }

  async alternatives(prepared: PreparedEstimate): Promise<Alternatives> {
    const { product, input, during } = prepared;
    return this.answer(during, async (session) => {
      const found = await estimateAlternatives({ kind: product.kind, spec: input, during: null }, session);
      const footprint = found?.own ?? (await session.footprint(product.kind, input, null));
      const own = await estimateOf(prepared, footprint, session);
      if (found === null) return { own, alternatives: null };
      const { computed, ranking, failed } = found;
      const placed = computed.map(
        ({ place, footprint, rank, difference }, index): Alternative => ({
          place: placeOf(place),
          rank,
          unsettledWith: ranking.unsettledWith(index).map((other) => computed[other]?.place.name ?? ""),
          total: amountsOf(totalOf(footprint.parts)),
          difference: differenceOf(difference),
          error: null,
        }),
      );
      const unknown = { rank: null, unsettledWith: [], total: null, difference: null };
      const others = failed.map(
        ({ place, error }): Alternative => ({
          place: placeOf(place),
          ...unknown,
          error: problemOf(error),
        }),
      );
      return { own, alternatives: [...placed, ...others] };
    });
  }

  async history(prepared: PreparedHistory): Promise<History> {
    const { product, input, from, to, hours } = prepared;
    return this.answer(null, async (session) => {
      const intervals = await session.history(product.kind, input, { from, to }, hours);
      return {
        ...(await resourceOf(prepared, session)),
        hours,
        intervals: intervals.map(({ footprint, change, operatorEstimate, ...days }) => ({
          ...{ from: days.from, to: days.to, total: amountsOf(totalOf(footprint.parts)) },
          change: change === null ? null : differenceOf(change),
          drivers: change === null ? [] : driversOf(change),
          operatorEstimate: operatorEstimate === null ? null : operatorEstimateOf(operatorEstimate),
        })),
      };
    });
  }

  monthHours(): number {
    return this.session().factor("period.default").range.expected;
  }

  async factors(asOf: Date | null): Promise<Factor[]> {
    return this.answer(null, async (session) => {
      return (asOf === null ? session : session.asOf(asOf)).factors().map(factorOf);
    });
  }

  async portfolio(prepared: PreparedPortfolio): Promise<Portfolio> {
    return this.answer(prepared.during, (session) => portfolioOf(prepared, session));
  }

  async terraform(prepared: PreparedTerraform): Promise<TerraformAnswer> {
    const { estimateTerraform } = await import("../terraform");
    const faults: unknown[] = [];
    const report = (cause: unknown): void => {
      faults.push(cause);
    };
    return this.answer(null, async (session) => {
      const found = await estimateTerraform({ ...prepared, report }, this.composed.infrastructure(), session);
      // A fault of ours is one, and not that of a resource.
      if (faults.length > 0) throw faults[0];
      return terraformAnswer(found);
    });
  }

  close(): Promise<void> {
    return this.composed.benchmarks.close();
  }

  private session(): EngineSession {
    return this.composed.sessionAt(this.now());
  }

  /** @throws FootprintError for mistakes in the request */
  private async answer<T>(
    during: PeriodFields | null,
    work: (session: EngineSession) => Promise<T>,
  ): Promise<T> {
    const session = this.session();
    try {
      return await work(during === null ? session : session.within({ during }));
    } catch (error) {
      throw asTold(error);
    }
  }
}

function asChoice({ product, input }: PreparedResource): object {
  return { [product.kind]: input };
}

function productOf(facts: ProductFacts): Product {
  const { id, kind, name, aliases, serviceCategory, description } = facts;
  const fields = memo(() => facts.fields.map((field) => ({ choicesOf: null, example: null, ...field })));
  return {
    ...{ id, kind, name, aliases, serviceCategory, description },
    // Read of one product mostly.
    get fields() {
      return fields();
    },
  };
}
