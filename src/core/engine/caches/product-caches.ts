import type { ProductCalculator } from "../../contract";
import type { Eventually } from "../../helpers";
import type { Calculators } from "../calculators";
import { RatesBySort } from "./rates-by-sort";
import { ResultCache } from "./result-cache";

/** Results that are cached with their explanation, some 20 kB each; a composed one is up to twenty times that. */
const MOST_RESULTS = 1_000;
const MOST_COMPOSED_RESULTS = 100;
/** Rates of each sort of each product that are cached, some 2 kB for each vintage: of most there are some hundred. */
const MOST_RATES = 5_000;
/** The same, for one request: nearly all lines are of few units. */
const MOST_OF_REQUEST = 1_000;

/** What is cached of products. */
export interface Caches {
  readonly rates: RatesBySort;
  readonly results: ResultCache;
  readonly composedResults: ResultCache;
}

/**
 * Caches of results: one set for all products that read factors alone; one for each product that reads something else, until the
 * revision changes; one for each request if the revision is unknown.
 */
export class ProductCaches {
  private readonly lasting = newCaches(MOST_RESULTS, MOST_RATES);
  private readonly byKind = new Map<string, { readonly revision: string; readonly caches: Caches }>();
  private readonly ofRequests = new WeakMap<object, RequestCaches>();

  constructor(private readonly calculators: Calculators) {}

  /** At once but for the first question of a request to a product that reads more than factors: a request sees one revision. */
  of(calculator: ProductCalculator, spec: object, request: object): Eventually<Caches> {
    const { kind } = calculator;
    if (this.calculators.isLasting(kind)) return this.lasting;
    const ofRequest = this.ofRequests.get(request) ?? new RequestCaches();
    this.ofRequests.set(request, ofRequest);
    const known = ofRequest.byKind.get(kind);
    if (known !== undefined) return known;
    const asking = calculator.revision?.(spec) ?? null;
    if (asking === null) return ofRequest.own();
    const caches = revisionOf(asking).then((revision) => {
      const found = revision === null ? ofRequest.own() : this.atRevision(kind, revision);
      ofRequest.byKind.set(kind, found);
      return found;
    });
    ofRequest.byKind.set(kind, caches);
    return caches;
  }

  private atRevision(kind: string, revision: string): Caches {
    const known = this.byKind.get(kind);
    if (known?.revision === revision) return known.caches;
    const caches = newCaches(MOST_COMPOSED_RESULTS, MOST_RATES);
    this.byKind.set(kind, { revision, caches });
    return caches;
  }
}

/** What cannot be found out is said by the calculation itself, in its own words. */
function revisionOf(asking: Promise<string | null>): Promise<string | null> {
  return asking.catch(() => null);
}

class RequestCaches {
  /** Of products whose revision is known or being fetched. */
  readonly byKind = new Map<string, Eventually<Caches>>();
  private made: Caches | undefined;

  /** Of all others, for as long as the request lasts. */
  own(): Caches {
    this.made ??= newCaches(MOST_OF_REQUEST, MOST_OF_REQUEST, MOST_OF_REQUEST);
    return this.made;
  }
}

function newCaches(results: number, rates: number, composedResults = MOST_COMPOSED_RESULTS): Caches {
  return {
    rates: new RatesBySort(rates),
    results: new ResultCache(results),
    composedResults: new ResultCache(composedResults),
  };
}
