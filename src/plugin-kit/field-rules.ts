import {
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isRequiredInputField,
} from "graphql";
import type { ProductField } from "../core/contract";
import type { Findings } from "./finding";

/** The fields of a product as data say what its input in the schema says: a form that is built from them sends valid input. */
export function checkFields(
  kind: string,
  fields: readonly ProductField[],
  schema: GraphQLSchema,
  found: Findings,
): void {
  const inputFields = inputFieldsOf(schema, kind);
  const byName = new Map(fields.map((field) => [field.name, field]));
  for (const name of inputFields.keys()) {
    if (!byName.has(name)) found.add("fields", `${kind}.${name}`, "is in the input and not among the fields");
  }
  for (const field of fields) {
    const report = (problem: string): void => found.add("fields", `${kind}.${field.name}`, problem);
    const input = inputFields.get(field.name);
    if (input === undefined) report("is among the fields and not in the input");
    else compare(field, input, report);
    if ((field.minimum ?? -Infinity) > (field.maximum ?? Infinity))
      report("has its minimum above its maximum");
  }
}

function compare(field: ProductField, input: GraphQLInputField, report: (problem: string) => void): void {
  if (field.required !== isRequiredInputField(input)) report("differs from the input in what is required");
  if (field.description !== input.description) report("differs from the input in its description");
  const type = getNamedType(input.type);
  const isNumber = type.name === "Float" || type.name === "Int";
  if (isNumber !== (field.unit !== null)) report("has a unit where it is no number, or none where it is one");
  const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : null;
  if (values !== null && String(values.toSorted()) !== String([...(field.choices ?? [])].sort())) {
    report(`has other choices than ${values.join(", ")}`);
  }
}

/** The fields of a product's input by name; those of a nested one follow a dot. */
function inputFieldsOf(schema: GraphQLSchema, kind: string): Map<string, GraphQLInputField> {
  const resources = schema.getType("ResourceInput");
  const member = isInputObjectType(resources) ? resources.getFields()[kind] : undefined;
  const found = new Map<string, GraphQLInputField>();
  const visit = (field: GraphQLInputField, path: string): void => {
    const type = getNamedType(field.type);
    if (path !== "") found.set(path, field);
    if (!isInputObjectType(type)) return;
    for (const inner of Object.values(type.getFields())) {
      visit(inner, path === "" ? inner.name : `${path}.${inner.name}`);
    }
  };
  if (member !== undefined) visit(member, "");
  return found;
}
