import type { GraphQLSchema } from "graphql";
import { partsOf, type SchemaPart } from "./schema-parts";

/** Units as descriptions write them; after a comma or "per" the rest is free: [GB], [h], [Gbit/s], [kWh per …]. */
const UNIT =
  /^(?:%|10\^\d+|h|m³|kgCO2e|kg Sb eq|tokens|requests|[kMGT]?i?(?:B|bit)|[kMGTmµ]?(?:Wh|W|J|g|L|s))(?:\/(?:s|h|GB|kWh))?$/;

/** A number that has no unit says what kind of number it is; one whose unit is told beside it refers to that. */
const KINDS = [
  /\bnumber of\b/i,
  /\bhow many\b/i,
  /\bshares?\b/i,
  /\bratio\b/i,
  /\bfrom 0 to 1\b/,
  /\bin `unit`/,
  /\bin the unit of the criterion/,
];

/** Numbers whose description says neither their unit nor what they count; one without any is undescribed. */
export function unmeasured(schema: GraphQLSchema, ownUnits: ReadonlySet<string>): SchemaPart[] {
  return partsOf(schema).filter(
    ({ type, description }) =>
      (type === "Int" || type === "Float") &&
      description !== "" &&
      !saysWhatItMeasures(description, ownUnits),
  );
}

/**
 * Whether the description of a number says what it counts or measures.
 * @param ownUnits units of the product in addition to the usual ones
 */
export function saysWhatItMeasures(description: string, ownUnits: ReadonlySet<string> = new Set()): boolean {
  const units = Array.from(description.matchAll(/\[([^\]]+)\]/g), ([, text = ""]) => unitIn(text));
  return (
    units.some((unit) => UNIT.test(unit) || ownUnits.has(unit)) ||
    KINDS.some((kind) => kind.test(description))
  );
}

function unitIn(brackets: string): string {
  return brackets.split(/[,;]| per /, 1)[0] as string;
}
