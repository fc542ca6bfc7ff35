import { PLUGINS } from "../../src/compose";
import type { DescribedField } from "../../src/core/contract";
import type { RealisticLine } from "../../test/support/realistic-lines";

/** The representation of a line's resource as an entity; null for a product without entity. */
export function entityOf({ resource }: RealisticLine, id: string): object | null {
  const [[kind, spec]] = Object.entries(resource) as [[string, Record<string, unknown>]];
  const { entity, fields } = PLUGINS.find((one) => one.kind === kind)?.description ?? {};
  return entity == null || fields === undefined
    ? null
    : { __typename: entity.name, id, ...ownedFields(spec, fields) };
}

/** Fields with the names and types of the entity. */
function ownedFields(
  spec: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, DescribedField>>,
): object {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { owned, type, nested, default: usual }]) => {
      const value = spec[name] ?? usual;
      if (owned === undefined || value === undefined) return [];
      const isWhole = typeof value === "number" && (owned.type ?? type) === "whole";
      const inner = nested?.fields;
      const written =
        inner === undefined
          ? value
          : (value as readonly Record<string, unknown>[]).map((one) => ownedFields(one, inner));
      return [[owned.as ?? name, isWhole ? Math.ceil(value) : written]];
    }),
  );
}
