import { AMOUNTS } from "../../core/contract";
import {
  byName,
  either,
  flag,
  func,
  type Members,
  name,
  numbers,
  object,
  optional,
  positive,
  text,
  texts,
} from "./shape";

/** A code of an error, as clients compare it. */
const CODE = /^[A-Z][A-Z\d_]*$/;
/** A key that programs compare, unlike the name in words. */
const CATALOGUE_ID = /^[a-z\d][\w.-]*$/i;

/** Something that is shown: of an offer, or of a resource besides its fields. */
const SHOWN: Members = {
  type: either("a type, such as text or number", text("a type"), object("of a type")),
  description: text("what it is, with its unit"),
  of: func("reads it"),
  isNullable: optional(flag("whether it may be null")),
};

const OFFERS: Members = {
  of: func("the offers by name, as a Map: ({ types }) => types"),
  id: func("the name of an offer: ({ name }) => name"),
  called: text("what an offer is called in messages, such as storage class"),
  unknown: optional({
    what: "a code of an error, such as UNKNOWN_STORAGE_CLASS",
    holds: (value) => typeof value === "string" && CODE.test(value),
  }),
  places: optional(func("names of the zones or regions where an offer is")),
  list: optional(
    object("with query, description, offer and columns", {
      query: name("the query that lists the offers, such as blockStorageClasses"),
      description: text("what it lists"),
      offer: object("with name and description"),
      columns: optional(byName("of columns by name: column(type, description, of)", SHOWN)),
      of: optional(func("the value of the shared type")),
    }),
  ),
  others: optional(func("names that tools print")),
  find: optional(func("the offer that a name says")),
  spelt: optional(func("the one way to write its name")),
  title: optional(func("what a resource of it is called")),
  placed: optional(func("what is said not to be offered in a place")),
};

/** What the definition of a product consists of. */
export const DEFINITION: Members = {
  kind: name("of its query, and of its member of inputs of resources"),
  contract: text('such as "1.0"'),
  product: object("with id, name, serviceCategory and description", {
    id: {
      what: "a text of letters, digits, dots and dashes: its id in the catalogue, such as object-storage",
      holds: (value) => typeof value === "string" && CATALOGUE_ID.test(value),
    },
    name: text("its name in words"),
    serviceCategory: text("its category in the operator's words, such as Compute"),
    description: text("what it is"),
    aliases: optional(texts("synonyms")),
  }),
  folder: { ...text("__dirname"), what: "a text: __dirname" },
  load: func("tablesOf(…), or one of your own"),
  offers: object("with of, id and called", OFFERS),
  resource: object("with name and description", {
    name: name("the type of its resources in the graph"),
    description: text("what it is"),
    alternatives: optional(text("what its alternatives are")),
  }),
  input: object("with description and argument", {
    description: text("what is given"),
    argument: text("what the argument of the query is"),
  }),
  query: text("what the query answers, and its errors"),
  fields: object("of fields by name"),
  recipe: object("with a recipe"),
  cost: optional(
    object("with totals and components", {
      totals: positive("a multiple of the totals of an Instance"),
      components: numbers("how many components there are at each level"),
      ranges: optional(positive("how much longer the search for ranges takes")),
      distinct: optional(
        object("with fields and totals", {
          fields: texts("names of the fields that those share which are computed once"),
          totals: positive("what that adds once"),
        }),
      ),
      inputs: optional(object("of costs by name of an input")),
      fields: optional(object("of costs by name of a field of its resource")),
      places: optional(positive("in how many places it can be")),
    }),
  ),
  derive: optional(func("what follows from a sound specification")),
  shows: optional(byName("of what is shown by name: column(type, description, of)", SHOWN)),
  notes: optional(func("a list of notes")),
  entity: optional(
    object("with name, description and listedAs", {
      name: name("the type of the entity"),
      description: text("what it is"),
      listedAs: name("the field of a project that lists such resources"),
    }),
  ),
  otherPlaces: optional(func("the same in other places")),
  graphql: optional(func("types of its own")),
  recordedEstimates: optional(func("recorded estimates")),
  cataloguedEstimates: optional(func("estimates of the operator's catalogue")),
};

const PARTS: Members = {
  parts: func("a list of parts"),
  composes: texts("kinds of the products that it calls"),
  fields: optional(object("of fields by name")),
  areAlike: optional(flag("whether all parts are much alike")),
};

/** Each recipe, by the member that it is known by; the first that a recipe has decides. */
export const RECIPES: Readonly<Record<string, Members>> = {
  partsTable: {
    partsTable: func("the rows of a parts table: ({ parts }) => parts.values()"),
    ...Object.fromEntries(Object.entries(PARTS).map(([one, member]) => [one, optional(member)])),
  },
  parts: PARTS,
  sharedPool: { sharedPool: func("what is taken of a pool") },
  sharedServer: { sharedServer: func("what is taken of a server") },
  calculate: {
    calculate: func("a footprint"),
    readsFactorsAlone: flag("whether the result depends on factors alone, and so may be cached"),
    composes: optional(either("a list of kinds, or a function", texts("kinds"), func("kinds"))),
    unitsOf: optional(func("what it is so many of")),
    revision: optional(func("what changes with anything but factors")),
    amounts: optional({
      what: AMOUNTS.join(" or "),
      holds: (value) => AMOUNTS.some((one) => one === value),
    }),
  },
};
