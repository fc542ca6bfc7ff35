import { CRITERIA } from "../../core/footprint";

/** Low, expected and high of each criterion. */
const AMOUNTS = CRITERIA.map(
  ({ field }) => `${field} ${field}Low: ${field}(bound: LOW) ${field}High: ${field}(bound: HIGH)`,
).join(" ");

const PROBLEM = "code message field suggestions";
const FACTOR = "id series name value low high unit confidence source url validFrom validTo note";
const PARTS = `total { ${AMOUNTS} } manufacturing { ${AMOUNTS} } usage { ${AMOUNTS} } operational { ${AMOUNTS} }`;
const LOCALITY = "name region country leaves pue { value } wue { value } kgCo2EquivalentPerKwh";
const DIFFERENCE = `${AMOUNTS} relative isSettled notes`;
const DRIVER = "label symbol unit a b effect";
const COMPARABLE = `comparable {
  confidence ratio expected: kgCo2Equivalent low: kgCo2Equivalent(bound: LOW) high: kgCo2Equivalent(bound: HIGH)
  ours: oursKgCo2Equivalent oursLow: oursKgCo2Equivalent(bound: LOW) oursHigh: oursKgCo2Equivalent(bound: HIGH)
}`;
const OPERATOR = `kgCo2Equivalent m3WaterUsage unit recordedOn source ratio note ${COMPARABLE} ours { total { ${AMOUNTS} } }`;

const FOOTPRINT = `${PARTS}
  equivalences { label amount unit }
  dataQuality { published derived assumed }
  notes
  methodology { id version name url }`;
const RESOURCE = `name product { id kind name } locality { ${LOCALITY} }`;

/** Requested levels of components: nested products have seven. */
const LEVELS = 9;
const CALCULATIONS = `calculations {
  label symbol formula result low high unit
  terms { symbol value low high unit factor { ${FACTOR} } calculation { symbol } }
}`;

function components(levels: number): string {
  if (levels === 0) return "components { name }";
  return `components {
    name kind quantity allocation { rule share } ${CALCULATIONS}
    footprint { ${PARTS} notes ${components(levels - 1)} }
  }`;
}

/** One resource, as the only line of a portfolio: that takes any product by one document. */
function ofResource(name: string, selection: string, more = ""): string {
  return `query ${name}($items: [PortfolioItemInput!]!, $during: PeriodInput${more}) {
    portfolio(items: $items, during: $during) {
      items { error { ${PROBLEM} } resource { ${RESOURCE} ${selection} } }
    }
  }`;
}

export const PRODUCTS = `query Products {
  products {
    id kind name aliases serviceCategory description
    fields { name role description unit required default minimum maximum choices choicesOf example }
  }
}`;

export const FACTORS = `query Factors($asOf: Date) { factors(asOf: $asOf) { ${FACTOR} } }`;

export const ESTIMATE = ofResource("Estimate", `operatorEstimate { ${OPERATOR} } footprint { ${FOOTPRINT} }`);

export const EXPLAIN = ofResource(
  "Explain",
  `operatorEstimate { ${OPERATOR} } footprint { ${FOOTPRINT} ${components(LEVELS)} }`,
);

export const ALTERNATIVES = ofResource(
  "Alternatives",
  `operatorEstimate { ${OPERATOR} } footprint { ${FOOTPRINT} }
   alternatives {
     rank unsettledWith { name } locality { ${LOCALITY} }
     footprint { total { ${AMOUNTS} } } difference { ${DIFFERENCE} } error { ${PROBLEM} }
   }`,
);

export const HISTORY = ofResource(
  "History",
  `history(from: $from, to: $to, hours: $hours) {
     from to footprint { total { ${AMOUNTS} } } change { ${DIFFERENCE} } drivers { ${DRIVER} }
     operatorEstimate { ${OPERATOR} }
   }`,
  ", $from: Date!, $to: Date!, $hours: Float!",
);

const SIDE = `resource { ${RESOURCE} operatorEstimate { ${OPERATOR} } } footprint { ${FOOTPRINT} }`;
export const COMPARE = `query Compare($a: ResourceInput!, $b: ResourceInput!, $during: PeriodInput) {
  compare(a: $a, b: $b, during: $during) {
    a { ${SIDE} } b { ${SIDE} } difference { ${DIFFERENCE} } drivers { ${DRIVER} }
  }
}`;

/** Lines and sum apart: the sum of lines that all failed is an error, which lines are not. */
export const PORTFOLIO = `query Portfolio($items: [PortfolioItemInput!]!, $during: PeriodInput) {
  lines: portfolio(items: $items, during: $during) {
    items { error { ${PROBLEM} } resource { name product { id } } footprint { total { ${AMOUNTS} } } }
  }
  sum: portfolio(items: $items, during: $during) {
    footprint { ${PARTS} notes }
    byProduct { product { id } items footprint { total { ${AMOUNTS} } } }
    byLocality { locality { name } items footprint { total { ${AMOUNTS} } } }
  }
}`;

function ofItems(name: string, selection: string): string {
  return `query ${name}($items: [PortfolioItemInput!]!, $during: PeriodInput) {
    portfolio(items: $items, during: $during) { ${selection} }
  }`;
}

export const ZONES = "query Zones { localities { name region } }";
/** Of single lines their parts, what explains one, and what is to be said of all. */
export const LINES = ofItems("Lines", `items { error { ${PROBLEM} } footprint { ${PARTS} } }`);
export const COMPONENTS = ofItems(
  "Components",
  `items { error { ${PROBLEM} } footprint { ${components(LEVELS)} } }`,
);
export const NOTES = ofItems("Notes", "footprint { notes }");

/** Every document, for what checks them against the schema. */
export const DOCUMENTS = {
  ...{ PRODUCTS, FACTORS, ESTIMATE, EXPLAIN, ALTERNATIVES, HISTORY, COMPARE, PORTFOLIO },
  ...{ ZONES, LINES, COMPONENTS, NOTES },
};
