import { defineTable, list, number, oneOf, optionalNumber, text } from "../../../src/core/factors";

/** A table as a product has it, and a sound row of it. */
export const PETS = defineTable("pets", ["name"], {
  name: text(),
  legs: number("-", { min: 0, max: 8, integer: true }),
  kg: optionalNumber("kg"),
  kind: oneOf(["cat", "dog"]),
  toys: list(),
});
export const HEADER = "name,legs,kg,kind,toys,confidence,valid_from,valid_to,source,url,note";
export const SOUND = "Tom,4,4.5,cat,ball; mouse,PUBLISHED,2025-06-01,,a book,https://example.org/tom,";
