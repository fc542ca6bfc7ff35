/** Where a product is sold; the catalogue names one level. */
export interface Locality {
  readonly level: "zone" | "region" | "datacenter" | "global";
  /** Name of the zone, region or data centre; null for a global product. */
  readonly name: string | null;
}

/** What one price, and one estimate, is for: `size` times `unit`, for example 1 hour. */
export interface UnitOfMeasure {
  readonly unit: string;
  readonly size: number;
}

/** The operator's own estimate for one unit of measure; null is not published. */
export interface Estimate {
  /** Greenhouse gases [kgCO2e]. */
  readonly kgCo2Equivalent: number | null;
  /** Water [m³]. */
  readonly m3WaterUsage: number | null;
}

export interface Gpus {
  readonly count: number;
  readonly type: string | null;
}

/** One product of the public catalogue; null is what the catalogue leaves out. */
export interface CatalogueProduct {
  /** Unique per product, locality and billing period. */
  readonly sku: string;
  /** Product type, for example `instance`: as the catalogue writes it, also where this project knows no such type. */
  readonly type: string | null;
  readonly name: string;
  readonly variant: string | null;
  /** The product's own identifier; for an Instance, the name of its type. */
  readonly offerId: string | null;
  readonly locality: Locality | null;
  readonly unit: UnitOfMeasure | null;
  /** Virtual CPUs, or threads of a physical server. */
  readonly vcpu: number | null;
  /** Memory [byte]. */
  readonly ramBytes: number | null;
  readonly gpus: Gpus | null;
  readonly cpuType: string | null;
  /** Life-cycle status, for example `general_availability`. */
  readonly status: string;
  readonly estimate: Estimate | null;
  /** What the catalogue says of this product type alone, as it came: a model's provider, tasks and kind of token. */
  readonly properties: Readonly<Record<string, unknown>> | null;
  /** ISO day, UTC, on which the catalogue was read. */
  readonly readOn: string;
}

/** A product that was left out, and why. */
export interface ProductProblem {
  /** Null where not even the SKU could be read. */
  readonly sku: string | null;
  /** Page of the answer, from 1. */
  readonly page: number;
  readonly problem: string;
}
