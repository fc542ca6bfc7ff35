import type { ProductField as FieldOfProduct } from "../core/contract";
import type { Confidence } from "../core/formulas";
import type { Amount, Amounts } from "./amounts";
import type { Problem } from "./failure";

/** A product that can be estimated, and the fields that a request of it has. */
export interface Product {
  /** Stable identifier, for example `block-storage`. */
  readonly id: string;
  /** What a resource of it is given as in the graph, for example in a line of a portfolio. */
  readonly kind: string;
  readonly name: string;
  /** Other names that are taken for it. */
  readonly aliases: readonly string[];
  readonly serviceCategory: string;
  readonly description: string;
  readonly fields: readonly ProductField[];
}

/** One field of a product's request; one of a nested list follows it, as `pools.nodes` follows `pools`. */
export type ProductField = Required<FieldOfProduct>;

/** Where a resource runs, with the factors in force there on the first day of the period. */
export interface Place {
  /** Zone, for example fr-par-2, or region of a product that is spread over one. */
  readonly name: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** 1 to 3, as an order form shows it: 3 for the least kgCO2e per kWh. */
  readonly leaves: number;
  /** Total over IT energy [-]. */
  readonly pue: number;
  /** [L per kWh of IT energy]; null where none is published. */
  readonly wueLitresPerKwh: number | null;
  /** Electricity × PUE, location-based [kgCO2e per kWh of IT energy]. */
  readonly kgCo2EquivalentPerKwh: number;
}

/** The period of an answer. */
export interface PeriodAnswer {
  readonly hours: number;
  /** Instant in UTC, ISO 8601; null where hours alone were given. */
  readonly from: string | null;
  /** The same, exclusive. */
  readonly to: string | null;
  /** Day (UTC) whose factors were requested; null for those of the period, or of today. */
  readonly asOf: string | null;
}

/** The public method that figures follow. */
export interface Method {
  readonly id: string;
  /** Month of its publication. */
  readonly version: string;
  readonly name: string;
  readonly url: string;
}

/** Something familiar that emits as much. */
export interface Equivalence {
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
}

/** The operator's own published estimate for the resource, with ours for that day. */
export interface OperatorEstimate {
  /** The operator's [kgCO2e]: for the hours of the period, or for one `unit` where that is no time, such as 1,000 output tokens. */
  readonly kgCo2Equivalent: number;
  /** The same [m³]; null where it publishes none. */
  readonly m3WaterUsage: number | null;
  /** Unit of its catalogue. */
  readonly unit: string;
  /** Day of the recording (UTC). */
  readonly recordedOn: string;
  readonly source: string;
  /** Ours for the same hours with the factors of that day. */
  readonly ours: Amount;
  /** Ours over the operator's; null where the operator's is zero, or cannot be compared as it is. */
  readonly ratio: number | null;
  /** The part that can be compared, where the whole cannot be; null otherwise. */
  readonly comparable: ComparableEstimate | null;
  /** Why the two cannot be compared directly. */
  readonly note: string | null;
}

/** A part of what the operator published, and the same part of ours: manufacturing and usage. */
export interface ComparableEstimate {
  readonly kgCo2Equivalent: Amount;
  readonly oursKgCo2Equivalent: Amount;
  readonly ratio: number | null;
  readonly confidence: Confidence;
}

/** Shares of the greenhouse gases by the weakest factor that they rest on; they sum to 1. */
export interface DataQuality {
  readonly published: number;
  readonly derived: number;
  readonly assumed: number;
}

/** total = manufacturing + usage + operational, by criterion and end of the range. */
export interface Parts {
  readonly total: Amounts;
  /** Building the equipment that runs the resource, charged to the period. */
  readonly manufacturing: Amounts;
  /** Electricity of that equipment. */
  readonly usage: Amounts;
  /** Everything cross-cutting: data centre, network, management. */
  readonly operational: Amounts;
}

/** A resource, as its figures name it. */
export interface Resource {
  readonly product: { readonly id: string; readonly kind: string; readonly name: string };
  /** Name of the offer, for example PRO2-S. */
  readonly name: string;
  /** The fields that were given. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly place: Place;
}

/** What one resource emits and draws in a period. */
export interface Estimate extends Resource, Parts {
  readonly period: PeriodAnswer;
  readonly equivalences: readonly Equivalence[];
  /** Null where the operator had published no estimate by then. */
  readonly operatorEstimate: OperatorEstimate | null;
  readonly dataQuality: DataQuality;
  /** What a reader must know, the most important first. */
  readonly notes: readonly string[];
  readonly method: Method;
}

/** What is more (positive) or less (negative) in a second footprint than in a first. */
export interface Difference {
  /** Second less first; null where a criterion is unknown in either. */
  readonly amounts: { readonly [criterion in keyof Amounts]: Amount | null };
  /** Greenhouse gases as a ratio to those of the first, 0.1 for 10 % more; null where those are zero. */
  readonly relative: number | null;
  /** Whether it holds wherever in their ranges the factors are that one emits less. */
  readonly isSettled: boolean | null;
  readonly notes: readonly string[];
}

/** A number that differs, and how much of the difference in greenhouse gases it makes [kgCO2e]; the effects sum to it. */
export interface Driver {
  readonly label: string;
  readonly symbol: string | null;
  readonly unit: string;
  readonly a: number | null;
  readonly b: number | null;
  readonly kgCo2Equivalent: number;
}

export interface Comparison {
  readonly a: Estimate;
  readonly b: Estimate;
  readonly difference: Difference;
  /** The strongest first. */
  readonly drivers: readonly Driver[];
}

/** The same resource elsewhere; it has amounts, or an error. */
export interface Alternative {
  readonly place: Place;
  /** 1 for the least kgCO2e; null where it could not be computed. */
  readonly rank: number | null;
  /** Names of other places with which it could swap ranks, because the difference between them is uncertain. */
  readonly unsettledWith: readonly string[];
  readonly total: Amounts | null;
  /** What it emits there less what it does where it is. */
  readonly difference: Difference | null;
  readonly error: Problem | null;
}

export interface Alternatives {
  /** Where it is. */
  readonly own: Estimate;
  /** The least kgCO2e first; null for a product that does not say where it exists. */
  readonly alternatives: readonly Alternative[] | null;
}

/** Days on which nothing changed that a figure rests on. */
export interface HistoryInterval {
  /** First day (UTC). */
  readonly from: string;
  /** First day that is not in it (UTC). */
  readonly to: string;
  readonly total: Amounts;
  /** Against the interval before; null for the first. */
  readonly change: Difference | null;
  /** The numbers behind the change, the strongest first. */
  readonly drivers: readonly Driver[];
  /** The last estimate that the operator published in the interval. */
  readonly operatorEstimate: OperatorEstimate | null;
}

export interface History extends Resource {
  readonly hours: number;
  readonly intervals: readonly HistoryInterval[];
}

/** One line of a portfolio, in the place where it was given; it has amounts, or an error. */
export interface PortfolioLine {
  readonly label: string | null;
  readonly count: number;
  /** Id of the product; null where the line has an error. */
  readonly product: string | null;
  /** Name of the offer; null where the line has an error. */
  readonly name: string | null;
  /** Of all of `count`. */
  readonly total: Amounts | null;
  readonly error: Problem | null;
}

/** What one product, or one place, contributes. */
export interface Subtotal {
  /** Id of the product, or name of the place. */
  readonly of: string;
  readonly lines: number;
  readonly total: Amounts;
}

/** Many resources and their sum. */
export interface Portfolio {
  /** Sum of all lines that were computed, zero for no lines; null where none of them could be. */
  readonly sum: (Parts & { readonly notes: readonly string[] }) | null;
  readonly lines: readonly PortfolioLine[];
  /** How many of the lines have an error, and are not in the sum. */
  readonly failed: number;
  readonly byProduct: readonly Subtotal[];
  readonly byPlace: readonly Subtotal[];
}
