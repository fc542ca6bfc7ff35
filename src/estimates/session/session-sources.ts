import type { FindCatalogued, ProductField, ProductText, ResourcePresenter } from "../../core/contract";
import type { FootprintEngine } from "../../core/engine";
import type { FactorReader } from "../../core/factors";
import type { Editions } from "../../core/formulas";
import type { BenchmarkStore } from "../../core/language-models";
import type { MethodEdition } from "../../core/method";
import type { RecordedEstimates } from "../operator-estimate";

/** A product as a session uses it: what is read about it, and what presents its resources. */
export interface SessionProduct {
  readonly kind: string;
  readonly product: ProductText;
  readonly presenter: ResourcePresenter;
  /** Its fields as data; limits can be factors. */
  readonly fields: (today: FactorReader) => readonly ProductField[];
  /** What the operator published about it; loaded lazily. */
  readonly recorded: () => RecordedEstimates;
  /** The same of what its catalogue lists by units of amounts. */
  readonly catalogued: FindCatalogued;
}

/** What sessions answer from; the same through all requests. */
export interface SessionSources {
  readonly engine: FootprintEngine;
  readonly products: ReadonlyMap<string, SessionProduct>;
  readonly benchmarks: BenchmarkStore;
  readonly methodology: Editions<MethodEdition>;
}
