/** Who may import whom: everything that is not here fails. A room may always import itself. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/core/helpers": [],
  "src/core/formulas": [],
  "src/core/errors": [],
  "src/core/footprint": ["src/core/formulas"],
  "src/core/factors": ["src/core/errors", "src/core/footprint", "src/core/formulas"],
  "src/core/method": ["src/core/errors", "src/core/factors", "src/core/footprint", "src/core/formulas"],
  "src/core/differences": ["src/core/footprint", "src/core/formulas"],
  "src/core/language-models": ["src/core/errors", "src/core/factors", "src/core/formulas", "src/core/method"],
  "src/core/contract": [
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
  ],
  "src/core/engine": [
    "src/core/contract",
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
  ],
  "src/estimates": ["src/core"],
  "schema/types": [
    "src/core/contract",
    "src/core/differences",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
    "src/estimates",
  ],
  "schema/clients": [],
  "src/product": [
    "src/core/contract",
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/method",
  ],
  plugins: [
    "src/core/contract",
    "src/core/errors",
    "src/core/factors",
    "src/core/footprint",
    "src/core/formulas",
    "src/core/language-models",
    "src/core/method",
    "src/estimates",
    "src/product",
    "schema/types",
  ],
  "src/library": ["src/core", "src/estimates", "src/terraform", "src/compose-estimates.ts"],
  "src/stores": ["src/core"],
  "src/terraform": ["src/core", "src/estimates"],
  "src/graphql": ["src/core", "src/estimates", "schema/types"],
  "src/server": ["src/core", "src/estimates", "src/graphql"],
  "src/observability": ["src/core", "src/server"],
  // In a browser: of the rest of the code it knows what reads tables, and of the graph what anybody knows.
  "src/units": [],
  "src/spreadsheet": ["src/core/errors"],
  "page/explorer": [],
  page: ["src/spreadsheet", "src/units"],
};
/** Where products are composed: the estimates, and the graph that shows them. */
export const COMPOSITION = ["src/compose-estimates.ts", "src/compose.ts"];
/** The composition root and the programs may import anything. */
export const UNBOUND = [
  ...COMPOSITION,
  "src/main.ts",
  "src/process",
  "src/cli",
  "src/tools",
  "src/plugin-kit",
];
/** Packages that a room must do without: maths knows neither GraphQL nor a container. */
export const FORBIDDEN_PACKAGES: Readonly<Record<string, RegExp>> = {
  "src/core/helpers": /./,
  "src/core/formulas": /./,
  "src/core/footprint": /./,
  "src/core/differences": /./,
  "schema/clients": /./,
  "src/core/factors": /graphql|tsyringe|apollo/,
  "src/core/method": /graphql|tsyringe|apollo/,
  "src/core/errors": /graphql|tsyringe|apollo/,
  "src/core/language-models": /graphql|tsyringe|apollo/,
  "src/core/contract": /graphql|apollo/,
  "src/product": /graphql|apollo/,
  "src/core/engine": /graphql|apollo/,
  "src/estimates": /graphql|apollo/,
  "src/units": /./,
  "src/spreadsheet": /./,
  "page/explorer": /^(?!graphiql|react|get-nonce)/,
  page: /^(?!preact|@preact\/signals|echarts)/,
  "src/library": /graphql$|apollo|tsyringe/,
  "src/terraform": /graphql|tsyringe|apollo/,
};

/** Circles that are the graph's own recursion: a footprint has resources, a resource has a footprint. Allowed by name. */
export const KNOWN_CIRCLES = [
  "schema/types/alternative.ts schema/types/footprint.ts schema/types/history.ts schema/types/operator-estimate.ts schema/types/resource.ts",
];

/** Rooms whose index others may pass by, each with its reason; any other folder with an index is entered by it. */
export const OPEN_ROOMS: Readonly<Record<string, string>> = {
  "src/library": "the command line is made of the same parts as the JavaScript API",
  "src/graphql/compiled": "a schema is built without what compiles operations",
  "src/stores/benchmarks": "a store is opened without the databases that it is none of",
  "src/terraform/read": "its shapes of plans are read by the rooms beside it",
};

/** Rooms of programs for developers, which are in no package: they may use any npm package. */
export const NOT_PACKED = /^(src\/tools|page|plugins\/[^/]+\/calibration)\//;

/** Modules that are found when they run, by the names that an operator gives. */
export const REQUIRES_BY_NAME = ["src/process/external-plugins.ts"];
