import { type GraphQLNamedType, isUnionType } from "graphql";
import type { ResourceCost } from "../../../../core/contract";
import { plainName } from "../../../forms";
import { RequestedWork } from "../inputs";
import { isResource } from "../schema";
import { type CostedRequest, evaluate, type VariableCost } from "../variable-cost";
import type { Weights } from "../weights";
import { type CostBySize, costBySize } from "./cost-by-size";

/** What a field computes of the resources that its arguments ask for, before anything of them is shown. */
export interface Computing {
  /** The totals of each. */
  readonly totals: boolean;
  /** The explanation of each; null where it is computed only when something below opens it. */
  readonly explained: boolean | null;
  /** On how many days. */
  readonly times: number;
}

/** A field whose arguments ask for something to be computed. */
export interface ComputingField {
  /** Fills in what is requested. */
  readonly fill: (of: CostedRequest, work: RequestedWork) => void;
  /** The arguments hang on no variable. */
  readonly isKnown: boolean;
  /** Vintage spans of the period that holds for what has none of its own. */
  readonly spans: VariableCost;
  /** The field is itself the list of what is requested. */
  readonly isList: boolean;
  readonly computing: Computing;
}

/** The context of a query that does not depend on an enclosing resource. */
const NOBODY: CostedRequest = { variables: {}, turn: -1 };

/** The cost of such a field with its selection, once the size of its subject is known. */
export function costOfComputing(
  selection: CostBySize,
  computing: ComputingField,
  weights: Weights,
): CostBySize {
  const cost = costOfWork(selection, computing, weights);
  const isKnown = computing.isKnown && isFixed(selection) && typeof computing.spans === "number";
  const each = isKnown ? cost(NOBODY) : cost;
  return costBySize({ written: selection.written, each });
}

/** The selection on an unnamed resource costs as much as on an unknown product. */
export function costOfOneResource(selection: CostBySize, cost: ResourceCost, weights: Weights): CostBySize {
  const computing = { totals: false, explained: false, times: 1 };
  const fill = (_: CostedRequest, work: RequestedWork): void => work.add(cost, null, {});
  return costOfComputing(selection, { fill, isKnown: true, spans: 1, isList: false, computing }, weights);
}

function costOfWork(
  selection: CostBySize,
  { fill, isKnown, spans, isList, computing }: ComputingField,
  weights: Weights,
): (of: CostedRequest) => number {
  const filled = (of: CostedRequest): RequestedWork => {
    const work = new RequestedWork();
    fill(of, work);
    return work;
  };
  const known = isKnown ? filled(NOBODY) : null;
  return (of) => {
    const work = known ?? filled(of);
    const outer = evaluate(spans, of);
    const datedParts = work.datedExplained + outer * work.undatedExplained;
    const totals = work.datedTotals + outer * work.undatedTotals;
    const explains = computing.explained ?? evaluate(selection.opened, of) > 0;
    let sum =
      (computing.totals ? weights.totals * totals : 0) + (explains ? weights.explained * datedParts : 0);
    sum +=
      evaluate(selection.perPart, of) * work.explained + evaluate(selection.perDatedPart, of) * datedParts;
    sum += evaluate(selection.perPartRange, of) * (work.datedRanged + work.undatedRanged);
    sum += evaluate(selection.perDatedRange, of) * (work.datedRanged + outer * work.undatedRanged);
    sum *= computing.times;
    sum +=
      evaluate(selection.each, of) * (isList ? work.length : 1) +
      evaluate(selection.perElement, of) * work.length;
    sum += (evaluate(selection.perInput, of) + weights.listedInput) * work.objects;
    sum += evaluate(selection.eachSpan, of) * (outer - 1);
    for (let level = 0; level < work.components.length; level++) {
      const shown = selection.perComponent[level] as VariableCost;
      if (shown !== 0) sum += evaluate(shown, of) * (work.components[level] as number);
      const again = selection.perSpanComponent[level] as VariableCost;
      if (again === 0) continue;
      const further =
        (work.furtherComponents[level] as number) + (outer - 1) * (work.undatedComponents[level] as number);
      sum += evaluate(again, of) * further;
    }
    return sum;
  };
}

function isFixed({ perComponent, perSpanComponent, ranged: _, ...rest }: CostBySize): boolean {
  const all = [...Object.values(rest), ...perComponent, ...perSpanComponent];
  return all.every((one) => typeof one === "number");
}

/** A query of resources leads to them, and a portfolio sums their totals; any other computes what it shows. */
export function computingOf(type: GraphQLNamedType): Computing {
  if (isResource(type) || isUnionType(type)) return { totals: false, explained: false, times: 1 };
  if (plainName(type) === "Portfolio") return { totals: true, explained: null, times: 1 };
  return { totals: true, explained: true, times: plainName(type) === "Revision" ? 2 : 1 };
}
