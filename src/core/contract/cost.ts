/**
 * How much there is to compute of one resource: limits of a request count it. Measured by `npm run cost-calibration`,
 * and the same for all specifications of a product: those of the dearest that are common.
 */
export interface ResourceCost {
  /** Totals in one vintage, as a multiple of those of an Instance. */
  readonly totals: number;
  /** How many components its explanation opens, at each level from the outermost. */
  readonly components: readonly number[];
  /**
   * How much longer than others, for its components, the search takes for the ends of what it differs by from another
   * resource: for products of formulas in which uncertain factors stand in quotients and products of each other. 1 when left out.
   */
  readonly ranges?: number;
  /** Where the first of its kind takes much longer than those after it, which share what was computed for it. */
  readonly distinct?: DistinctCost;
}

/** What resources with the same values of some fields share: it is computed once for all of them, in each vintage. */
export interface DistinctCost {
  /** Names of these fields in the input. */
  readonly fields: readonly string[];
  /** What it adds once, in one vintage, as a multiple of the totals of an Instance. */
  readonly totals: number;
}

/** The cost of a product, besides that of the graph around it. */
export interface ProductCost extends ResourceCost {
  /** What inputs below that of the product add for each object, and those of queries of its own, by name of their type. */
  readonly inputs?: Readonly<Record<string, ResourceCost>>;
  /** What fields of its resource compute besides its footprint, by their names: each time they are read. */
  readonly fields?: Readonly<Record<string, ResourceCost>>;
  /** In how many places its resources can be, which `alternatives` computes them in. 12 when left out. */
  readonly places?: number;
}

/** A product that does not say what it costs is taken to be a large one: composed of others, two levels deep. */
export const UNDECLARED_COST: ProductCost = { totals: 5, components: [5, 20, 40] };
