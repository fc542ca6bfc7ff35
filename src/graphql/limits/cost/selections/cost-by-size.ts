import { LEVELS } from "../inputs";
import { evaluate, larger, type Price, plus, product, shared } from "../variable-cost";
import { SEARCHES } from "./range-searches";

/**
 * The price of a selection before sizes are known: a number for each kind of size that multiplies it. Sums of sums stay sums, so
 * that fragments are priced once however often they are spread.
 */
export interface Form {
  /** Of the document, however many objects it is read of. */
  readonly written: Price;
  /** For each object that it is read of. */
  readonly each: Price;
  /** The same again for each vintage span of the period in force but the first. */
  readonly eachSpan: Price;
  /** For each element of the list that a field above is given. */
  readonly perElement: Price;
  /** For each object in a list of an input. */
  readonly perInput: Price;
  /** For each component to explain: in one vintage, and in each of those of the period in force. */
  readonly perPart: Price;
  readonly perDatedPart: Price;
  /** For each component of a difference whose ends are searched for. */
  readonly perPartRange: Price;
  readonly perDatedRange: Price;
  /** Whether an explanation is opened: once, however often it is read; 0 for not. */
  readonly opened: Price;
  /** How hard the ends of a difference are to find, criterion by criterion: each is searched for once; 0 for not. */
  readonly ranged: readonly number[];
  /** For each component that is shown, by its level. */
  readonly perComponent: readonly Price[];
  /** The same again for each vintage span but the first. */
  readonly perSpanComponent: readonly Price[];
}

const NO_COMPONENTS: readonly Price[] = Array.from({ length: LEVELS }, () => 0);

const NO_SEARCHES: readonly number[] = SEARCHES.map(() => 0);

export const FREE: Form = {
  written: 0,
  each: 0,
  eachSpan: 0,
  perElement: 0,
  perInput: 0,
  perPart: 0,
  perDatedPart: 0,
  perPartRange: 0,
  perDatedRange: 0,
  opened: 0,
  ranged: NO_SEARCHES,
  perComponent: NO_COMPONENTS,
  perSpanComponent: NO_COMPONENTS,
};

export function formOf(some: Partial<Form>): Form {
  return { ...FREE, ...some };
}

export function sumOf(forms: readonly Form[]): Form {
  return forms.reduce((sum, one) => together(sum, one, plus), FREE);
}

/** At most what the dearest of them costs, for objects of which each is read by one of them alone. */
export function dearestOf(forms: readonly Form[]): Form {
  return forms.reduce((most, one) => together(most, one, larger), FREE);
}

/** All that is written is in the document. An explanation is opened once for all that read it. */
function together(one: Form, other: Form, combine: (one: Price, other: Price) => Price): Form {
  const combined = (all: readonly Price[], others: readonly Price[]): Price[] =>
    all.map((price, level) => combine(price, others[level] as Price));
  return {
    written: plus(one.written, other.written),
    each: combine(one.each, other.each),
    eachSpan: combine(one.eachSpan, other.eachSpan),
    perElement: combine(one.perElement, other.perElement),
    perInput: combine(one.perInput, other.perInput),
    perPart: combine(one.perPart, other.perPart),
    perDatedPart: combine(one.perDatedPart, other.perDatedPart),
    perPartRange: combine(one.perPartRange, other.perPartRange),
    perDatedRange: combine(one.perDatedRange, other.perDatedRange),
    opened: larger(one.opened, other.opened),
    ranged: one.ranged.map((search, index) => Math.max(search, other.ranged[index] as number)),
    perComponent: combined(one.perComponent, other.perComponent),
    perSpanComponent: combined(one.perSpanComponent, other.perSpanComponent),
  };
}

/** So many of it; the document is written once all the same. */
export function times(form: Form, count: number): Form {
  if (count === 1) return form;
  return {
    ...form,
    each: product(form.each, count),
    eachSpan: product(form.eachSpan, count),
    perElement: product(form.perElement, count),
    perInput: product(form.perInput, count),
    perPart: product(form.perPart, count),
    perDatedPart: product(form.perDatedPart, count),
    perPartRange: product(form.perPartRange, count),
    perDatedRange: product(form.perDatedRange, count),
    perComponent: form.perComponent.map((price) => product(price, count)),
    perSpanComponent: form.perSpanComponent.map((price) => product(price, count)),
  };
}

/** Of a fragment: evaluated once for a request. */
export function sharedForm(form: Form): Form {
  return {
    written: shared(form.written),
    each: shared(form.each),
    eachSpan: shared(form.eachSpan),
    perElement: shared(form.perElement),
    perInput: shared(form.perInput),
    perPart: shared(form.perPart),
    perDatedPart: shared(form.perDatedPart),
    perPartRange: shared(form.perPartRange),
    perDatedRange: shared(form.perDatedRange),
    opened: form.opened,
    ranged: form.ranged,
    perComponent: form.perComponent.map(shared),
    perSpanComponent: form.perSpanComponent.map(shared),
  };
}

/** The selection on each component of a footprint; nested components are one level deeper. */
export function ofComponents(form: Form): Form {
  return {
    ...form,
    each: 0,
    eachSpan: 0,
    opened: 1,
    perComponent: oneDeeper(form.each, form.perComponent),
    perSpanComponent: oneDeeper(form.eachSpan, form.perSpanComponent),
  };
}

/** Deeper than products go, all that is left is of the last level. */
function oneDeeper(outermost: Price, inner: readonly Price[]): readonly Price[] {
  const last = plus(inner[LEVELS - 2] as Price, inner[LEVELS - 1] as Price);
  return [outermost, ...inner.slice(0, LEVELS - 2), last];
}

/** Below a field that has a period of its own, or none where that is null. */
export function within(form: Form, spans: Price, isGiven: Price): Form {
  if (isGiven === 0) return form;
  const isLeft: Price = isGiven === 1 ? 0 : (of) => 1 - evaluate(isGiven, of);
  const fixed = (plain: Price, dated: Price): Price => plus(plain, product(product(dated, spans), isGiven));
  const further = plus(spans, -1);
  const fixedAgain = (plain: Price, again: Price): Price =>
    plus(plain, product(product(again, further), isGiven));
  return {
    ...form,
    each: fixedAgain(form.each, form.eachSpan),
    eachSpan: product(form.eachSpan, isLeft),
    perComponent: form.perComponent.map((price, level) =>
      fixedAgain(price, form.perSpanComponent[level] as Price),
    ),
    perSpanComponent: form.perSpanComponent.map((price) => product(price, isLeft)),
    perPart: fixed(form.perPart, form.perDatedPart),
    perDatedPart: product(form.perDatedPart, isLeft),
    perPartRange: fixed(form.perPartRange, form.perDatedRange),
    perDatedRange: product(form.perDatedRange, isLeft),
  };
}
