import type { FieldRole, InfrastructureRow, RuleOfPart } from "../../core/contract";
import { groupBy } from "../../core/helpers";

/** What a rule of a part is of, as far as a resource says it. */
export type Rule = Pick<InfrastructureRow, "from" | "values" | "scale" | "default" | "says">;

/** A field of a product that a resource of it may say. */
export interface RuledField {
  readonly name: string;
  readonly role: FieldRole;
  /** Without it there is no figure. */
  readonly isRequired: boolean;
  /** Null where no row says it: usage may. */
  readonly rule: Rule | null;
}

/** A part of a resource: what it is of a product. */
export interface RuledPart {
  readonly name: string;
  readonly kind: string;
  readonly fields: readonly RuledField[];
  readonly rules: Readonly<Partial<Record<RuleOfPart, Rule>>>;
}

/** A product, as its rows and fields say it. */
export interface RuledProduct {
  readonly kind: string;
  readonly rows: Iterable<InfrastructureRow>;
  readonly fields: readonly { readonly name: string; readonly role: FieldRole; readonly required: boolean }[];
}

/** The parts of each type of resource, over all products. */
export function rulesOf(products: Iterable<RuledProduct>): ReadonlyMap<string, readonly RuledPart[]> {
  const parts = [...products].flatMap(({ kind, rows, fields }) => {
    const byPart = groupBy(rows, ({ resource, part }) => JSON.stringify([resource, part]));
    return [...byPart.values()].map((ofPart) => partOf(kind, ofPart, fields));
  });
  return groupBy(parts, ({ resource }) => resource);
}

function partOf(
  kind: string,
  rows: readonly InfrastructureRow[],
  fields: RuledProduct["fields"],
): RuledPart & { readonly resource: string } {
  const [{ resource, part: name }] = rows as readonly [InfrastructureRow];
  const byField = new Map(rows.map((row) => [row.field, row]));
  return {
    ...{ resource, name, kind },
    fields: fields
      .filter(({ role }) => role !== "NESTED")
      .filter(({ name }) => !name.includes("."))
      .map(({ name, role, required }) => ({
        name,
        role,
        isRequired: required,
        rule: byField.get(name) ?? null,
      })),
    rules: Object.fromEntries([...byField].filter(([field]) => field.startsWith("@"))),
  };
}
