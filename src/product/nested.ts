import type { NestedInput } from "../core/contract";
import type { CheckAt } from "./check-at";
import { type Field, field, type Sentences } from "./fields";

type NestedFields = Readonly<Record<string, Field<unknown, never>>>;
/** One of a list of inputs, after its checks; null for an optional field that says nothing. */
type NestedValue<F> = { readonly [K in keyof F]: F[K] extends Field<infer T, never> ? T : never };

/** A list of inputs of their own, such as the pools of a cluster: empty where it is left out. */
export function nested<F extends NestedFields>(
  text: Sentences & { readonly nested: Omit<NestedInput, "fields"> & { readonly fields: F } },
): Field<readonly NestedValue<F>[]> {
  const fields = Object.entries(text.nested.fields) as [string, Field<unknown>][];
  return {
    ...field("NESTED", "text", text),
    nested: text.nested,
    check: (values, at) =>
      (values as readonly Readonly<Record<string, unknown>>[]).map((value, index) => {
        const ofOne = (name: string) => ({ ...at, name, path: `${at.path}.${index}.${name}` });
        const checked = fields.map(([name, one]) => [name, checkedValue(one, value[name], ofOne(name))]);
        return Object.fromEntries(checked) as NestedValue<F>;
      }),
    write: (all, id) => all.map((one) => writtenFields(fields, one, id)),
  };
}

/** The value, or its default; null for nothing where that may be. */
export function checkedValue<E>(one: Field<unknown, E>, value: unknown, at: CheckAt<E>): unknown {
  const given = value ?? (one.nested === undefined ? one.default : []) ?? null;
  return given === null && one.isOptional ? null : one.check(given, at);
}

/** Checked values in the one way to write them, without those that say nothing. */
export function writtenFields(
  fields: readonly (readonly [string, Field<unknown>])[],
  checked: Readonly<Record<string, unknown>>,
  id: string,
): Readonly<Record<string, unknown>> {
  const written: Record<string, unknown> = {};
  for (const [name, one] of fields) if (checked[name] !== null) written[name] = one.write(checked[name], id);
  return written;
}
