import type { Method, Product, Resource } from "../answer";
import type { Calculation, Factor } from "../explanation-answer";
import type { Problem } from "../failure";

/** What documents are answered with. Amounts are by criterion, and with `Low` and `High` after its name. */
export type FlatAmounts = Readonly<Record<string, number | null>>;

export interface FlatParts {
  readonly total: FlatAmounts;
  readonly manufacturing: FlatAmounts;
  readonly usage: FlatAmounts;
  readonly operational: FlatAmounts;
}

export interface GraphLocality {
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly leaves: number;
  readonly pue: { readonly value: number };
  readonly wue: { readonly value: number } | null;
  readonly kgCo2EquivalentPerKwh: number;
}

export interface GraphResource {
  readonly name: string;
  readonly product: Resource["product"];
  readonly locality: GraphLocality;
}

export interface GraphOperatorEstimate {
  readonly kgCo2Equivalent: number;
  readonly m3WaterUsage: number | null;
  readonly unit: string;
  readonly recordedOn: string;
  readonly source: string;
  readonly ratio: number | null;
  readonly note: string | null;
  readonly ours: { readonly total: FlatAmounts };
  readonly comparable:
    | (Readonly<Record<"expected" | "low" | "high" | "ours" | "oursLow" | "oursHigh", number>> & {
        readonly ratio: number | null;
        readonly confidence: Factor["confidence"];
      })
    | null;
}

export interface GraphFootprint extends FlatParts {
  readonly equivalences: readonly {
    readonly label: string;
    readonly amount: number;
    readonly unit: string;
  }[];
  readonly dataQuality: { readonly published: number; readonly derived: number; readonly assumed: number };
  readonly notes: readonly string[];
  readonly methodology: Method;
}

export type GraphDifference = FlatAmounts & {
  readonly relative: number | null;
  readonly isSettled: boolean | null;
  readonly notes: readonly string[];
};

export interface GraphDriver {
  readonly label: string;
  readonly symbol: string | null;
  readonly unit: string;
  readonly a: number | null;
  readonly b: number | null;
  readonly effect: number;
}

export interface GraphTerm {
  readonly symbol: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly factor: Factor | null;
  readonly calculation: { readonly symbol: string } | null;
}

export interface GraphCalculation extends Omit<Calculation, "result" | "terms"> {
  readonly result: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly terms: readonly GraphTerm[];
}

export interface GraphComponent {
  readonly name: string;
  readonly kind: string;
  readonly quantity: number;
  readonly allocation: { readonly rule: string; readonly share: number } | null;
  readonly calculations: readonly GraphCalculation[];
  readonly footprint: FlatParts & {
    readonly notes: readonly string[];
    readonly components: readonly GraphComponent[];
  };
}

export interface Estimated {
  readonly operatorEstimate: GraphOperatorEstimate | null;
  readonly footprint: GraphFootprint;
}

export interface OfResource<More> {
  readonly portfolio: {
    readonly items: readonly [
      { readonly error: Problem | null; readonly resource: (GraphResource & More) | null },
    ];
  };
}

export interface GraphSide {
  readonly resource: GraphResource & Pick<Estimated, "operatorEstimate">;
  readonly footprint: GraphFootprint;
}

export interface GraphPortfolio {
  readonly lines: {
    readonly items: readonly {
      readonly error: Problem | null;
      readonly resource: { readonly name: string; readonly product: { readonly id: string } } | null;
      readonly footprint: { readonly total: FlatAmounts } | null;
    }[];
  };
  readonly sum: {
    readonly footprint: FlatParts & { readonly notes: readonly string[] };
    readonly byProduct: readonly (GraphTotal & { readonly product: { readonly id: string } })[];
    readonly byLocality: readonly (GraphTotal & { readonly locality: { readonly name: string } })[];
  } | null;
}

export interface GraphTotal {
  readonly items: number;
  readonly footprint: { readonly total: FlatAmounts };
}

export interface GraphAlternative {
  readonly rank: number | null;
  readonly unsettledWith: readonly { readonly name: string }[];
  readonly locality: GraphLocality;
  readonly footprint: { readonly total: FlatAmounts } | null;
  readonly difference: GraphDifference | null;
  readonly error: Problem | null;
}

export interface GraphInterval {
  readonly from: string;
  readonly to: string;
  readonly footprint: { readonly total: FlatAmounts };
  readonly change: GraphDifference | null;
  readonly drivers: readonly GraphDriver[] | null;
  readonly operatorEstimate: GraphOperatorEstimate | null;
}

export interface GraphProducts {
  readonly products: readonly Product[];
}

/** Lines of which the parts are asked for. */
export interface GraphLines {
  readonly portfolio: {
    readonly items: readonly { readonly error: Problem | null; readonly footprint: FlatParts | null }[];
  };
}

export interface GraphComponents {
  readonly portfolio: {
    readonly items: readonly {
      readonly error: Problem | null;
      readonly footprint: { readonly components: readonly GraphComponent[] } | null;
    }[];
  };
}

export interface GraphNotes {
  readonly portfolio: { readonly footprint: { readonly notes: readonly string[] } };
}

export interface GraphZones {
  readonly localities: readonly { readonly name: string; readonly region: string }[];
}
