import type { FieldFunction } from "../fields";
import { either, flag, func, type Members, number, object, optional, text, texts } from "./shape";

const OWNED: Members = {
  description: text("what an owner writes there"),
  as: optional(text("its name there")),
  type: optional(either("a type, such as text", text("a type"), object("with enum"))),
  mayLack: optional(flag("whether an owner may not have it")),
};

/** What is said of every field. */
const SENTENCES: Members = {
  input: text("a sentence"),
  shown: optional(text("what it is in the answer")),
  owned: optional(either("a sentence, or an object with description", text("a sentence"), object("", OWNED))),
  argument: optional(
    object("with resource or entity", {
      resource: optional(text("what it is as an argument of a resource")),
      entity: optional(text("what it is as an argument of an entity")),
    }),
  ),
};

const LIMITS: Members = {
  minimum: number("the least"),
  isMinimumExcluded: optional(flag("whether it has to be above that")),
  maximum: optional(
    either(
      "a number, or an object with the series of a factor",
      number("the most"),
      object("", { series: text("of a factor: the one in force on the day") }),
    ),
  ),
};

const NUMBER: Members = {
  ...SENTENCES,
  unit: text("such as GB; - for a count or a ratio"),
  limits: either(
    "an object with minimum, or a function of the offer",
    func("limits of an offer"),
    object("", LIMITS),
  ),
  default: optional(number("what is taken where it is left out")),
};

/** What the function of a field is given, by its name. */
export const FIELD_SHAPES: Readonly<Record<FieldFunction, Members>> = {
  offer: SENTENCES,
  otherOffer: { ...SENTENCES, of: optional(text("kind of the product whose offers it names")) },
  zone: SENTENCES,
  region: SENTENCES,
  amount: NUMBER,
  count: NUMBER,
  percent: { ...SENTENCES, default: optional(number("what is taken where it is left out")) },
  choice: {
    ...SENTENCES,
    choices: texts("what it can be"),
    type: optional(object("with the name of an enumeration", { enum: text("the enumeration") })),
    default: optional(text("what is taken where it is left out")),
  },
  named: {
    ...SENTENCES,
    find: func("what a name stands for"),
    spelt: func("the one way to write it"),
    choices: optional(func("all names")),
  },
  yesNo: { ...SENTENCES, default: flag("what is taken where it is left out") },
  nested: {
    ...SENTENCES,
    nested: object("with name, description and fields", {
      name: text("the type of one"),
      description: text("what one is"),
      fields: object("of fields by name"),
      owned: optional(
        object("with name and description", {
          name: text("its type in an entity"),
          description: text("what it is there"),
        }),
      ),
    }),
  },
};
