import type { NestedInput } from "../core/contract";
import { type Field, field, type Sentences } from "./fields";
import { givenOf, refuseUnknown } from "./given";

type NestedFields = Readonly<Record<string, Field<unknown, never>>>;
/** One of a list of inputs, after its checks; null for an optional field without a value. */
type NestedValue<F> = { readonly [K in keyof F]: F[K] extends Field<infer T, never> ? T : never };

/** A list of inputs of their own, such as the pools of a cluster: empty where it is left out. */
export function nested<F extends NestedFields>(
  text: Sentences & { readonly nested: Omit<NestedInput, "fields"> & { readonly fields: F } },
): Field<readonly NestedValue<F>[]> {
  // An author without a compiler may leave it out: the check of the definition reports that with the name of the field.
  const inner: NestedFields = text.nested?.fields ?? {};
  const fields = Object.entries(inner) as [string, Field<unknown>][];
  const names = new Set(Object.keys(inner));
  return {
    ...field("nested", "NESTED", "text", text),
    nested: text.nested,
    check: (values, at) =>
      (values as readonly Readonly<Record<string, unknown>>[]).map((value, index) => {
        refuseUnknown(names, value, `${at.path}.${index}`);
        const checked: Record<string, unknown> = {};
        for (const [name, one] of fields) {
          const path = `${at.path}.${index}.${name}`;
          const given = givenOf(one, name, value[name], path);
          checked[name] = given === null ? null : one.check(given, { ...at, name, path });
        }
        return checked as NestedValue<F>;
      }),
    write: (all, id) => all.map((one) => writtenFields(fields, one, id)),
  };
}

/** Checked values in the one way to write them, without those that have no value. */
export function writtenFields(
  fields: readonly (readonly [string, Field<unknown>])[],
  checked: Readonly<Record<string, unknown>>,
  id: string,
): Readonly<Record<string, unknown>> {
  const written: Record<string, unknown> = {};
  for (const [name, one] of fields) if (checked[name] !== null) written[name] = one.write(checked[name], id);
  return written;
}
