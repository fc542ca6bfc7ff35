/**
 * What things cost, in units of 100 µs of CPU on the machine of docs/limits.md, or of the memory that comes with it. The one
 * table of them: what differs from product to product is declared by the product (`cost` of its plugin). Set by
 * `npm run cost-calibration`, which prints what was measured.
 */
export const WEIGHTS = {
  /** A request: to be read, found admissible and answered. */
  request: 15,
  /** A field or fragment of the document: to be parsed, validated and looked up. */
  written: 0.5,
  /** A field of an object in the answer: to be fetched and printed. */
  field: 0.01,
  /** An object in the answer, with the memory that it takes. */
  object: 0.04,
  /** An object in a list of an input: to be read, checked and compared with others. */
  listedInput: 0.5,
  /** The totals of an Instance in one vintage; of other products, a multiple. */
  totals: 0.4,
  /** A component of an explanation in one vintage, at whatever level: its formulas are run. */
  explained: 0.3,
  /** A component of two footprints whose difference is explained by drivers. */
  driven: 0.5,
  /** A criterion of a difference whose range is selected: the search for its ends, with a bounded number of steps. */
  searched: 60,
  /** A component of the two footprints, for each such criterion. */
  ranged: 0.6,
  /** A component of a resource in another place, for its rank among them: each is compared with all others. */
  ranked: 1,
  /** A component of which the factors are gathered, in one vintage: the quality of the data. */
  gathered: 0.5,
  /** All factors are looked through. */
  looked: 3,
} as const;

/**
 * How many times a figure of today an interval of a history costs, to be run, told by its drivers or searched for its ends: nobody has
 * read the factors of its days before, it is run for its borders too, and all that changed meanwhile stands in its difference.
 */
export const OF_INTERVAL = 3;

/** The search for the ends of a difference between the same thing in two places, as a share of any other: they have most in common. */
export const OF_ALTERNATIVE = 0.3;

/** What each further vintage span adds to the calculations of a component, as a share of those of one: most factors do not change in it. */
export const OF_SPAN = 0.25;

export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>;

/** A name in the answer counts once more for each so many characters: a long one is printed with each object. */
export const NAME_LENGTH = 50;

/** How many elements lists hold about, by their plain names; the rest hold `OTHER_SIZE`. */
export const SIZES: Readonly<Record<string, number>> = {
  "Resource.alternatives": 12,
  // About as many as there are recordings and vintages.
  "Resource.history": 25,
  "Footprint.components": 8,
  "Footprint.equivalences": 4,
  "DataQuality.factors": 100,
  "Component.calculations": 15,
  "Calculation.terms": 4,
  "Allocation.parts": 4,
  "Query.instanceTypes": 200,
  "Query.factors": 700,
  // Its true size is the length of the argument `items`: no directive can say so of a list of inputs.
  "Portfolio.items": 100,
  "__Schema.directives": 15,
  "__Type.enumValues": 5,
  "__Type.interfaces": 1,
  "__Type.possibleTypes": 10,
  "__Field.args": 2,
  // A type that wraps another is one of two or three, and what is wrapped last wraps none.
  "__Type.ofType": 0.5,
};
export const ROOT_SIZE = 50;
export const OTHER_SIZE = 10;
