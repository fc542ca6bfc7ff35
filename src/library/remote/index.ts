import type { PeriodFields } from "../../core/engine";
import { HOURS_OF_A_MONTH } from "../../core/helpers";
import type { Infrastructure } from "../../terraform";
import type { Alternatives, Comparison, Estimate, History, Portfolio, Product } from "../answer";
import type {
  Backend,
  PreparedEstimate,
  PreparedHistory,
  PreparedPortfolio,
  PreparedResource,
  PreparedTerraform,
} from "../backend";
import type { Explanation, Factor } from "../explanation-answer";
import { asTold, FootprintError } from "../failure";
import { type TerraformAnswer, terraformAnswer } from "../terraform-answer";
import { type GraphAddress, GraphClient, NO_ANSWER, ofLine } from "./client";
import { ALTERNATIVES, COMPARE, ESTIMATE, EXPLAIN, FACTORS, HISTORY, PRODUCTS } from "./documents";
import type {
  Estimated,
  GraphAlternative,
  GraphComponent,
  GraphDifference,
  GraphDriver,
  GraphInterval,
  GraphProducts,
  GraphResource,
  GraphSide,
  OfResource,
} from "./graph-answers";
import { dayText, duringOf, resourceInput } from "./inputs";
import { portfolioOf } from "./portfolio";
import {
  amountsOf,
  differenceOf,
  driverOf,
  estimateOf,
  explanationOf,
  operatorEstimateOf,
  placeOf,
  resourceOf,
} from "./shown";

export type { GraphAddress } from "./client";

/** Answers from a graph that is served somewhere: the same as in process, asked for over GraphQL. */
export class Remote implements Backend {
  private readonly client: GraphClient;

  /**
   * @param infrastructure which resources of a plan are of each product; those as shipped when left out
   * @throws FootprintError for an address that is none
   */
  constructor(
    address: GraphAddress,
    private readonly infrastructure: () => Promise<Infrastructure> = asShipped,
  ) {
    this.client = new GraphClient(address);
  }

  async products(): Promise<readonly Product[]> {
    return (await this.client.ask<GraphProducts>(PRODUCTS, {})).products;
  }

  async estimate(prepared: PreparedEstimate): Promise<Estimate> {
    const resource = await this.resource<Estimated>(ESTIMATE, prepared, prepared.during);
    return estimateOf(prepared, resource, resource);
  }

  async explain(prepared: PreparedEstimate): Promise<Explanation> {
    type Explained = Estimated & { readonly footprint: { readonly components: readonly GraphComponent[] } };
    const resource = await this.resource<Explained>(EXPLAIN, prepared, prepared.during);
    return { ...estimateOf(prepared, resource, resource), ...explanationOf(resource.footprint.components) };
  }

  async compare(a: PreparedResource, b: PreparedResource, during: PeriodFields): Promise<Comparison> {
    const variables = { a: resourceInput(a), b: resourceInput(b), during: duringOf(during) };
    const { compare } = await this.client.ask<{ readonly compare: GraphComparison }>(COMPARE, variables);
    const side = (prepared: PreparedResource, { resource, footprint }: GraphSide): Estimate =>
      estimateOf({ ...prepared, during }, resource, {
        footprint,
        operatorEstimate: resource.operatorEstimate,
      });
    return {
      a: side(a, compare.a),
      b: side(b, compare.b),
      difference: differenceOf(compare.difference),
      drivers: (compare.drivers ?? []).map(driverOf),
    };
  }

  async alternatives(prepared: PreparedEstimate): Promise<Alternatives> {
    type Placed = Estimated & { readonly alternatives: readonly GraphAlternative[] | null };
    const resource = await this.resource<Placed>(ALTERNATIVES, prepared, prepared.during);
    const alternatives = resource.alternatives?.map(
      ({ locality, footprint, difference, error, ...ranked }) => ({
        place: placeOf(locality),
        rank: ranked.rank,
        unsettledWith: ranked.unsettledWith.map(({ name }) => name),
        total: footprint === null ? null : amountsOf(footprint.total),
        difference: difference === null ? null : differenceOf(difference),
        error: error === null ? null : ofLine(error),
      }),
    );
    return { own: estimateOf(prepared, resource, resource), alternatives: alternatives ?? null };
  }

  async history(prepared: PreparedHistory): Promise<History> {
    const { from, to, hours } = prepared;
    type WithHistory = { readonly history: readonly GraphInterval[] };
    const days = { from: dayText(from), to: dayText(to), hours };
    const resource = await this.resource<WithHistory>(HISTORY, prepared, null, days);
    const intervals = resource.history.map(({ footprint, change, drivers, operatorEstimate, ...of }) => ({
      ...{ from: of.from, to: of.to, total: amountsOf(footprint.total) },
      change: change === null ? null : differenceOf(change),
      drivers: (drivers ?? []).map(driverOf),
      operatorEstimate: operatorEstimate === null ? null : operatorEstimateOf(operatorEstimate),
    }));
    return { ...resourceOf(prepared, resource), hours, intervals };
  }

  /** It is said with every request, so that answers are of what they say. */
  monthHours(): number {
    return HOURS_OF_A_MONTH;
  }

  async factors(asOf: Date | null): Promise<readonly Factor[]> {
    const variables = { asOf: asOf === null ? null : dayText(asOf) };
    return (await this.client.ask<{ readonly factors: readonly Factor[] }>(FACTORS, variables)).factors;
  }

  portfolio(prepared: PreparedPortfolio): Promise<Portfolio> {
    return portfolioOf(prepared, this.client);
  }

  /** The plan is read here, and nothing of it is sent but what its resources are: types, sizes, numbers, places. */
  async terraform(prepared: PreparedTerraform): Promise<TerraformAnswer> {
    const { estimateTerraformBy } = await import("../../terraform");
    const { figuresThere } = await import("./figures");
    const infrastructure = await this.infrastructure();
    try {
      const source = await figuresThere(this.client, prepared.asOf);
      return terraformAnswer(await estimateTerraformBy(prepared, infrastructure, source));
    } catch (error) {
      throw asTold(error);
    }
  }

  async close(): Promise<void> {}

  /** @throws FootprintError where the resource could not be computed */
  private async resource<More>(
    document: string,
    prepared: PreparedResource,
    during: PeriodFields | null,
    more: object = {},
  ): Promise<GraphResource & More> {
    const items = [{ resource: resourceInput(prepared) }];
    const variables = { items, ...more, during: during === null ? null : duringOf(during) };
    const { portfolio } = await this.client.ask<OfResource<More>>(document, variables);
    const [{ error, resource }] = portfolio.items;
    if (resource !== null) return resource;
    throw new FootprintError(ofLine(error ?? NO_ANSWER));
  }
}

async function asShipped(): Promise<Infrastructure> {
  const { composeEstimates } = await import("../../compose-estimates");
  return composeEstimates().infrastructure();
}

interface GraphComparison {
  readonly a: GraphSide;
  readonly b: GraphSide;
  readonly difference: GraphDifference;
  readonly drivers: readonly GraphDriver[] | null;
}
