import type { PeriodFields } from "../core/engine";
import { isRecord } from "../core/helpers";
import type { Alternatives, Comparison, Estimate, History, Portfolio, Product } from "./answer";
import type { Backend, PreparedEstimate, PreparedResource } from "./backend";
import type { Explanation, Factor } from "./explanation-answer";
import { badRequest, shown } from "./failure";
import { requireFields } from "./known-fields";
import { indexProducts, type ProductIndex, productNamed } from "./product-named";
import { readInput } from "./read-input";
import { readLines } from "./read-line";
import { readDay, readPeriod, requireHours } from "./read-period";
import type {
  ComparisonRequest,
  EstimateRequest,
  FactorsRequest,
  HistoryRequest,
  PeriodRequest,
  PortfolioItem,
  PortfolioRequest,
  ResourceRequest,
  TerraformDocumentGiven,
  TerraformRequest,
} from "./request";
import type { TerraformAnswer } from "./terraform-answer";

/** Footprints of products: how much, why, and how sure. All answers are plain objects, which JSON can say. */
export class Footprints {
  private index: Promise<ProductIndex> | undefined;

  constructor(private readonly backend: Backend) {}

  /** What can be estimated, with the fields that a request of it has. */
  async products(): Promise<readonly Product[]> {
    return [...new Set((await this.indexed()).values())];
  }

  /**
   * What one resource emits and draws in a period.
   *
   * ```js
   * const { total } = await footprints.estimate({ product: "instance", type: "PRO2-S", zone: "fr-par-2", hours: 730 });
   * total.kgCo2Equivalent; // { low, expected, high, unit: "kgCO2e" }
   * ```
   *
   * @throws FootprintError with code, field and suggestions
   */
  async estimate(request: EstimateRequest): Promise<Estimate> {
    return this.backend.estimate(await this.prepared(request));
  }

  /** The same with its explanation: components, formulas with their terms, and factors with their sources. */
  async explain(request: EstimateRequest): Promise<Explanation> {
    return this.backend.explain(await this.prepared(request));
  }

  /** Two resources over one period, and what drives the difference between them. */
  async compare(request: ComparisonRequest): Promise<Comparison> {
    const given = requireObject(request, "a", "A comparison is an object with a and b.");
    const { a, b, ...period } = requireFields(given, "A comparison");
    const during = this.period(period);
    const [first, second] = await Promise.all([this.resource(a, "a."), this.resource(b, "b.")]);
    return this.backend.compare(first, second, during);
  }

  /** The same resource in every other place where it can be had, the least emissions first. */
  async alternatives(request: EstimateRequest): Promise<Alternatives> {
    return this.backend.alternatives(await this.prepared(request));
  }

  /** The figure of the same hours from change to change of what it rests on. */
  async history(request: HistoryRequest): Promise<History> {
    const { from, to, hours, ...resource } = requireObject(request, "product", A_RESOURCE);
    if (hours != null) requireHours(hours);
    const prepared = await this.resource(resource as ResourceRequest);
    if (from == null) throw badRequest("from", "from is missing: the first day of the history.");
    if (to == null) throw badRequest("to", "to is missing: the day after the last one of the history.");
    const days = { from: readDay("from", from), to: readDay("to", to) };
    return this.backend.history({ ...prepared, ...days, hours: hours ?? this.backend.monthHours() });
  }

  /** The numbers that figures rest on, with source, validity and range. */
  async factors(request: FactorsRequest = {}): Promise<readonly Factor[]> {
    const { asOf, matching } = requireFields(request ?? {}, "A request of factors");
    requireText("matching", matching);
    const all = await this.backend.factors(asOf == null ? null : readDay("asOf", asOf));
    const words = (matching ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return all;
    return all.filter(({ series, name, source }) => {
      const text = `${series} ${name} ${source}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  /**
   * Many resources and their sum. A line that fails has its own error and does not affect the others. Lines are read in batches, so that they can come
   * from a stream, and there may be as many as memory holds.
   */
  async portfolio(
    items: Iterable<PortfolioItem> | AsyncIterable<PortfolioItem>,
    request: PortfolioRequest = {},
  ): Promise<Portfolio> {
    if (!isStream(items))
      throw badRequest("items", `items must be an array or a stream of lines, got ${shown(items)}.`);
    const given = requireFields(request ?? {}, "A request of a portfolio");
    const { onProgress = () => {}, ...period } = given;
    const during = this.period(period);
    const index = await this.indexed();
    const monthHours = this.backend.monthHours();
    const lines = readLines(items, { resource: (one) => read(one, index), monthHours });
    return this.backend.portfolio({ lines, during, onProgress });
  }

  /**
   * What a Terraform or OpenTofu plan, or a state, emits: now, as planned, and the change; each resource has a figure, or a reason.
   *
   * ```js
   * const { change, resources, notEstimated } = await footprints.terraform(readFileSync("plan.json"), { baseline });
   * change.kgCo2Equivalent; // { low, expected, high, unit: "kgCO2e" }
   * ```
   */
  async terraform(plan: TerraformDocumentGiven, request: TerraformRequest = {}): Promise<TerraformAnswer> {
    const given = requireFields(request ?? {}, "A request of a plan");
    const { baseline = null, usage = null, zone = null, region = null, hours, asOf } = given;
    requireText("zone", zone);
    requireText("region", region);
    const period = this.period({ hours, asOf });
    return this.backend.terraform({
      plan: readDocument("plan", plan),
      baseline: baseline === null ? null : readDocument("baseline", baseline),
      ...{ usage, zone, region, hours: period.hours as number, asOf: period.asOf ?? null },
    });
  }

  /** Lets go of what was opened, such as the store of benchmarks of language models. */
  close(): Promise<void> {
    return this.backend.close();
  }

  private indexed(): Promise<ProductIndex> {
    this.index ??= this.backend.products().then(indexProducts);
    return this.index;
  }

  private async prepared(request: EstimateRequest): Promise<PreparedEstimate> {
    const { hours, from, to, asOf, ...resource } = requireObject(request, "product", A_RESOURCE);
    const prepared = await this.resource(resource as ResourceRequest);
    return { ...prepared, during: this.period({ hours, from, to, asOf } as PeriodRequest) };
  }

  private period(request: PeriodRequest): PeriodFields {
    return readPeriod(request, this.backend.monthHours());
  }

  private async resource(request: ResourceRequest, path = ""): Promise<PreparedResource> {
    return read(requireObject(request, `${path}product`, A_RESOURCE), await this.indexed(), path);
  }
}

function readDocument(field: string, given: TerraformDocumentGiven): Uint8Array | object {
  if (typeof given === "string") return new TextEncoder().encode(given);
  if (typeof given === "object" && given !== null) return given;
  throw badRequest(field, `${field} must be the file as it was read, its text, or its JSON.`);
}

const A_RESOURCE = "A resource is an object with its product.";

/** @throws FootprintError where a program without types gives something else */
function requireObject<T extends object>(given: T, field: string, message: string): T {
  if (isRecord(given)) return given;
  throw badRequest(field, message);
}

function requireText(field: string, given: unknown): void {
  if (given == null || typeof given === "string") return;
  throw badRequest(field, `${field} must be a text, got ${shown(given)}.`);
}

/** Letters of a text are no lines. */
function isStream(items: unknown): boolean {
  return (
    typeof items === "object" && items !== null && (Symbol.iterator in items || Symbol.asyncIterator in items)
  );
}

function read(
  { product: name, ...fields }: ResourceRequest,
  index: ProductIndex,
  path = "",
): PreparedResource {
  const product = productNamed(name, index, { path });
  return { product, input: readInput(product, fields, path) };
}
