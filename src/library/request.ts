/** A day (`2026-10-01`, from 00:00 UTC on), an instant (`2026-10-01T12:00:00Z`), or a `Date`. */
export type DateGiven = string | Date;

/** Either `hours`, or `from` and `to`; neither is a month of 730 hours. */
export interface PeriodRequest {
  /** Duration of use [h], at the factors of today, or of `asOf`. */
  readonly hours?: number | null | undefined;
  /** First instant of the period; the factors of its days are used. */
  readonly from?: DateGiven | null | undefined;
  /** End of the period, exclusive: `2026-11-01` for all of October. */
  readonly to?: DateGiven | null | undefined;
  /** Day whose factors and formulas are used, whatever the period. */
  readonly asOf?: DateGiven | null | undefined;
}

/**
 * A resource: its product by id, name or alias, together with the fields of that product, as listed by `products`.
 *
 * ```js
 * { product: "instance", type: "PRO2-S", zone: "fr-par-2" }
 * { product: "kubernetes", controlPlane: "kapsule", region: "fr-par", pools: [{ nodeType: "PRO2-S", nodes: 3 }] }
 * ```
 */
export interface ResourceRequest {
  readonly product: string;
  readonly [field: string]: unknown;
}

/** A resource and how long it is used, in one object: `{ product: "instance", type: "PRO2-S", zone: "fr-par-2", hours: 730 }`. */
export type EstimateRequest = ResourceRequest & PeriodRequest;

/** Two resources over one period. */
export interface ComparisonRequest extends PeriodRequest {
  readonly a: ResourceRequest;
  readonly b: ResourceRequest;
}

/** A resource, the days to look at, and the hours that are estimated on each of them: 730 when left out. */
export type HistoryRequest = ResourceRequest & {
  readonly from: DateGiven;
  /** Exclusive. */
  readonly to: DateGiven;
  readonly hours?: number | null | undefined;
};

export interface FactorsRequest {
  /** Only those in force on the day; all vintages when left out. */
  readonly asOf?: DateGiven | null | undefined;
  /** Only those of which the series, the name or the source has all of these words. */
  readonly matching?: string | null | undefined;
}

/**
 * A line of a portfolio: a resource with its own period or none, how many there are, and a label. Lines in the form of the graph's
 * `PortfolioItemInput` are taken too: `{ resource: { instance: { … } }, during: { … } }`.
 */
export type PortfolioItem = (EstimateRequest | GraphItem) & {
  /** 1 when left out. */
  readonly count?: number | null | undefined;
  readonly label?: string | null | undefined;
};

export interface GraphItem {
  readonly resource: object;
  readonly during?:
    | {
        readonly hours?: number | null;
        readonly start?: DateGiven | null;
        readonly end?: DateGiven | null;
        readonly asOf?: DateGiven | null;
      }
    | null
    | undefined;
}

/** The period of lines that have none of their own, and what to do while it is worked on. */
export interface PortfolioRequest extends PeriodRequest {
  /** Called after each batch of lines. */
  readonly onProgress?: (lines: number) => void;
}

/** A plan or a state of Terraform or OpenTofu: the file as it was read, its text, or its JSON. */
export type TerraformDocumentGiven = Uint8Array | string | object;

/** Options of the estimate of a plan. */
export interface TerraformRequest extends Pick<PeriodRequest, "hours" | "asOf"> {
  /** What the change is against, in place of the state: an earlier answer, another plan or a state. */
  readonly baseline?: TerraformDocumentGiven | null | undefined;
  /** Amounts that no plan has: `{ resources: { "scaleway_object_bucket.assets": { storedGb: 500 } } }`. */
  readonly usage?: object | null | undefined;
  /** Zone of resources that name none; it wins over their provider, as `SCW_DEFAULT_ZONE` does. */
  readonly zone?: string | null | undefined;
  readonly region?: string | null | undefined;
}
