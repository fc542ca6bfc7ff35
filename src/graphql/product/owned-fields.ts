import type { DescribedField, OptionalField, Representation } from "../../core/contract";

type Fields = Readonly<Record<string, DescribedField>>;

/** A field of a product as an entity of another subgraph has it. */
export interface OwnedField {
  /** Name in the specification, and in the entity. */
  readonly name: string;
  readonly as: string;
  readonly field: DescribedField;
  readonly description: string;
  readonly mayLack: boolean;
  /** Those of each item, for a list. */
  readonly nested: readonly OwnedField[];
}

/** Those that an entity has. */
export function ownedFields(fields: Fields): readonly OwnedField[] {
  return Object.entries(fields).flatMap(([name, field]): OwnedField[] => {
    const { owned, nested } = field;
    if (owned === undefined) return [];
    const { as = name, description, mayLack } = owned;
    const inner = nested === undefined ? [] : ownedFields(nested.fields);
    return [{ name, as, field, description, mayLack, nested: inner }];
  });
}

/** What every owner must send: a selection of fields, where it is first. */
export function requiredSelection(fields: readonly OwnedField[]): string {
  return fields
    .filter(({ mayLack }) => !mayLack)
    .sort((a, b) => Number(isPlace(b)) - Number(isPlace(a)))
    .map(({ as, nested }) => (nested.length === 0 ? as : `${as} { ${requiredSelection(nested)} }`))
    .join(" ");
}

/** What is used where an owner has it. */
export function optionalFields(fields: readonly OwnedField[], above = ""): readonly OptionalField[] {
  return fields.flatMap(({ as, field, description, mayLack, nested }) => {
    const path = `${above}${as}`;
    return [
      ...(mayLack ? [{ path, type: sdlType(field), description }] : []),
      ...optionalFields(nested, `${path}.`),
    ];
  });
}

/** The specification that an entity says, with the defaults of the input. @throws DomainError BAD_USER_INPUT for what was not given. */
export function specIn(given: Representation, fields: readonly OwnedField[]): object {
  return Object.fromEntries(fields.map((one) => [one.name, valueIn(given, one) ?? one.field.default]));
}

export function valueIn(given: Representation, { as, field, mayLack, nested }: OwnedField): unknown {
  if (field.nested !== undefined) return given.list(as).map((one) => specIn(one, nested));
  const type = ownedType(field);
  if (type === "languageModel") return mayLack ? given.optionalReference(as) : given.id(as);
  if (type === "number" || type === "whole") return mayLack ? given.optionalNumber(as) : given.number(as);
  return mayLack ? given.optionalText(as) : given.text(as);
}

export function ownedType({ owned, type }: DescribedField) {
  return owned?.type ?? type;
}

function sdlType(field: DescribedField): string {
  const type = ownedType(field);
  if (type === "languageModel") return "LanguageModel";
  if (type === "whole") return "Int";
  return type === "number" ? "Float" : "String";
}

function isPlace({ field: { role } }: OwnedField): boolean {
  return role === "ZONE" || role === "REGION";
}
