import { isRecord } from "../../core/helpers";
import type { FieldsOf } from "../definition";
import type { Field } from "../fields";
import { FIELD_SHAPES } from "./field-shape";
import { hintOf, isName, isText, wrongIn } from "./shape";

type AnyField = Field<unknown, never>;

const NUMBERS = ["AMOUNT", "COUNT", "PERCENT"];

/**
 * @param isDerived whether values follow from the fields, of which the place may be one
 * @returns what is wrong first with the fields of a product, as the predicate of a sentence; null where nothing is
 */
export function wrongInFields(fields: FieldsOf<unknown>, isDerived: boolean): string | null {
  for (const [name, field] of Object.entries(fields)) {
    const wrong = wrongInField(name, field);
    if (wrong !== null) return wrong;
  }
  const all = Object.values(fields);
  const offered = all.filter(({ role }) => role === "OFFER");
  if (offered.length !== 1) return `needs one field that names its offer, offer(…), got ${offered.length}`;
  if (offered[0]?.isOptional) return "needs the field that names its offer, it is no optional(…) one";
  const isPlaced = all.some(({ role, isOptional }) => (role === "ZONE" || role === "REGION") && !isOptional);
  if (isPlaced || isDerived) return null;
  return "needs a field that says its place, zone(…) or region(…), or a place that derive gives";
}

function wrongInField(name: string, field: AnyField): string | null {
  const of = `for its field "${name}"`;
  if (typeof field !== "object" || field === null || typeof field.check !== "function") {
    return `needs a role ${of}: offer(…), zone(…), amount(…) and so on`;
  }
  if (!name.split(".").every(isName)) return `needs a name of letters and digits ${of}`;
  if (!isText(field.input)) return `needs a sentence, "input", ${of}`;
  if (field.isOptional && field.default !== undefined) {
    return `needs either optional(…) or a default ${of}: one that is left out has its default`;
  }
  for (const [below, one] of Object.entries(field.nested?.fields ?? {})) {
    const wrong = wrongInField(`${name}.${below}`, one as AnyField);
    if (wrong !== null) return wrong;
  }
  const { as, text } = field.declared;
  return wrongInValues(of, field) ?? wrongIn(text, FIELD_SHAPES[as], `fields.${name}`);
}

function wrongInValues(of: string, field: AnyField): string | null {
  if (NUMBERS.includes(field.role)) return wrongInNumber(of, field);
  return field.role === "CHOICE" ? wrongInChoices(of, field) : null;
}

function wrongInNumber(of: string, { unit, limits, type, ...field }: AnyField): string | null {
  if (!isText(unit)) return `needs "unit" ${of}, a text such as GB; - for a count or a ratio`;
  if (typeof limits === "function") return null;
  if (!isRecord(limits) || !Number.isFinite(limits.minimum)) {
    return `needs "limits" ${of}, an object with minimum, and maximum if it has one`;
  }
  const { minimum, maximum } = limits;
  const most = typeof maximum === "object" ? undefined : maximum;
  if (most !== undefined && !(most >= minimum)) return `has limits ${of} from ${minimum} to ${most}`;
  const taken = field.default;
  if (taken === undefined) return null;
  const isNumber = type === "whole" ? Number.isInteger(taken) : Number.isFinite(taken);
  const isWithin = isNumber && (taken as number) >= minimum && (taken as number) <= (most ?? Infinity);
  return isWithin ? null : `has a default ${of} that is not within its limits: ${JSON.stringify(taken)}`;
}

function wrongInChoices(of: string, field: AnyField): string | null {
  const { type, choices } = field;
  if (type === "yesNo") {
    return typeof field.default === "boolean" ? null : `needs a default ${of}, true or false`;
  }
  // A name of the product's data is found there.
  if (!("choices" in field) || typeof choices === "function") return null;
  if (!Array.isArray(choices) || choices.length === 0)
    return `needs "choices" ${of}, a list of what it can be`;
  const twice = choices.find((one, index) => choices.indexOf(one) !== index);
  if (twice !== undefined) return `has a choice twice ${of}, "${twice}"`;
  const taken = field.default;
  if (taken === undefined || choices.includes(taken as string)) return null;
  return `has a default ${of} that is none of its choices, "${taken}"${hintOf(String(taken), choices)}`;
}
