import { type ResourceCost } from "../../../../core/contract";
import { Work } from "../inputs";
import { evaluate, type Price, type Priced } from "../variable-cost";
import type { Weights } from "../weights";
import { type Form, formOf } from "./cost-by-size";

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
export interface Asking {
  /** Fills in what is requested. */
  readonly fill: (of: Priced, work: Work) => void;
  /** The arguments hang on no variable. */
  readonly isKnown: boolean;
  /** Vintage spans of the period that holds for what has none of its own. */
  readonly spans: Price;
  /** The field is itself the list of what is requested. */
  readonly isList: boolean;
  readonly computing: Computing;
}

/** The context of a query that does not depend on an enclosing resource. */
const NOBODY: Priced = { variables: {}, turn: -1 };

/** The cost of such a field with its selection, once the size of its subject is known. */
export function asked(form: Form, asking: Asking, weights: Weights): Form {
  const price = priceOf(form, asking, weights);
  const isKnown = asking.isKnown && isFixed(form) && typeof asking.spans === "number";
  const each = isKnown ? price(NOBODY) : price;
  return formOf({ written: form.written, each });
}

/** The selection on an unnamed resource costs as much as on an unknown product. */
export function askedOfOne(form: Form, cost: ResourceCost, weights: Weights): Form {
  const computing = { totals: false, explained: false, times: 1 };
  const fill = (_: Priced, work: Work): void => work.add(cost, null, {});
  return asked(form, { fill, isKnown: true, spans: 1, isList: false, computing }, weights);
}

function priceOf(
  form: Form,
  { fill, isKnown, spans, isList, computing }: Asking,
  weights: Weights,
): (of: Priced) => number {
  const filled = (of: Priced): Work => {
    const work = new Work();
    fill(of, work);
    return work;
  };
  const known = isKnown ? filled(NOBODY) : null;
  return (of) => {
    const work = known ?? filled(of);
    const outer = evaluate(spans, of);
    const datedParts = work.datedExplained + outer * work.undatedExplained;
    const totals = work.datedTotals + outer * work.undatedTotals;
    const explains = computing.explained ?? evaluate(form.opened, of) > 0;
    let sum =
      (computing.totals ? weights.totals * totals : 0) + (explains ? weights.explained * datedParts : 0);
    sum += evaluate(form.perPart, of) * work.explained + evaluate(form.perDatedPart, of) * datedParts;
    sum += evaluate(form.perPartRange, of) * (work.datedRanged + work.undatedRanged);
    sum += evaluate(form.perDatedRange, of) * (work.datedRanged + outer * work.undatedRanged);
    sum *= computing.times;
    sum += evaluate(form.each, of) * (isList ? work.length : 1) + evaluate(form.perElement, of) * work.length;
    sum += (evaluate(form.perInput, of) + weights.listedInput) * work.objects;
    sum += evaluate(form.eachSpan, of) * (outer - 1);
    for (let level = 0; level < work.components.length; level++) {
      const shown = form.perComponent[level] as Price;
      if (shown !== 0) sum += evaluate(shown, of) * (work.components[level] as number);
      const again = form.perSpanComponent[level] as Price;
      if (again === 0) continue;
      const further =
        (work.furtherComponents[level] as number) + (outer - 1) * (work.undatedComponents[level] as number);
      sum += evaluate(again, of) * further;
    }
    return sum;
  };
}

function isFixed({ perComponent, perSpanComponent, ranged: _, ...rest }: Form): boolean {
  const all = [...Object.values(rest), ...perComponent, ...perSpanComponent];
  return all.every((price) => typeof price === "number");
}
