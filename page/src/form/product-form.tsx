import type { VNode } from "preact";
import { type Catalogue, type FormField, formFields, isMain, type Product } from "./fields";
import { hintOf } from "./hints";
import { ProductFieldRow } from "./product-field";
import { type FieldProblem, labelOf, numbered, rowsOf, startRow, type Values } from "./values";

export interface ProductFormProps {
  readonly product: Product;
  readonly values: Values;
  readonly catalogue: Catalogue;
  readonly problems: readonly FieldProblem[];
  /** Places where it is known that the resource cannot be had. */
  readonly without?: readonly string[] | undefined;
  /** Tells the forms of a page apart. */
  readonly idPrefix: string;
  readonly onChange: (values: Values, how: "push" | "replace") => void;
}

/** The form of any product, made from its fields: what is needed first, the rest below "More". */
export function ProductForm(props: ProductFormProps): VNode {
  const { product, values, problems } = props;
  const fields = formFields(product);
  const rest = fields.filter((one) => !isMain(one));
  const isTold = (one: FormField): boolean =>
    (values[one.name] ?? "") !== "" || problems.some(({ field }) => field === one.name);
  const show = (form: FormField): VNode =>
    form.nested.length > 0 ? (
      <NestedRows key={form.name} form={form} {...props} />
    ) : (
      <OneField key={form.name} form={form} path={form.name} {...props} />
    );
  return (
    <>
      {fields.filter(isMain).map(show)}
      {rest.length > 0 && (
        <details class="more" open={rest.some(isTold)}>
          <summary>More about it</summary>
          <div class="fields">{rest.map(show)}</div>
        </details>
      )}
    </>
  );
}

type OneFieldProps = ProductFormProps & { readonly form: FormField; readonly path: string };

function OneField({
  form,
  path,
  values,
  catalogue,
  problems,
  without,
  idPrefix,
  onChange,
}: OneFieldProps): VNode {
  return (
    <ProductFieldRow
      {...{ form, path, catalogue, idPrefix, without }}
      value={values[path] ?? form.field.default ?? ""}
      problem={problems.find(({ field }) => field === path)}
      onChange={(value, how) => onChange({ ...values, [path]: value }, how)}
    />
  );
}

/** A list of inputs, such as the pools of a cluster: rows that are added and removed. */
function NestedRows(props: ProductFormProps & { readonly form: FormField }): VNode {
  const { form, product, values, problems, onChange } = props;
  const rows = rowsOf(form.name, values);
  const [many, one] = [labelOf(form.field), labelOf(form.field).replace(/s$/, "").toLowerCase()];
  const own = problems.find(({ field }) => field === form.name);
  const add = (): void => {
    const row = (rows.at(-1) ?? -1) + 1;
    const started = Object.entries(startRow(form)).map(([name, value]) => [
      `${form.name}.${row}.${name}`,
      value,
    ]);
    onChange({ ...values, ...Object.fromEntries(started) }, "push");
  };
  const remove = (row: number): void => {
    const left = Object.entries(values).filter(([path]) => !path.startsWith(`${form.name}.${row}.`));
    onChange(numbered(product, Object.fromEntries(left)), "push");
  };
  return (
    <fieldset class="rows">
      <legend>{many}</legend>
      <p class="hint">{hintOf(form.field.description)}</p>
      {own !== undefined && (
        <p class="said" role="alert">
          {own.message}
        </p>
      )}
      {rows.map((row, index) => {
        const path = (name: string): string => `${form.name}.${row}.${name}`;
        const rest = form.nested.filter((field) => !isMain(field));
        const isTold = (field: FormField): boolean =>
          (values[path(field.name)] ?? "") !== "" ||
          problems.some((problem) => problem.field === path(field.name));
        const show = (field: FormField): VNode => (
          <OneField key={field.name} {...props} form={field} path={path(field.name)} />
        );
        return (
          <fieldset class="row" key={row}>
            <legend>
              {one} {index + 1}
            </legend>
            <button
              type="button"
              class="remove"
              aria-label={`Remove ${one} ${index + 1}`}
              onClick={() => remove(row)}
            >
              Remove
            </button>
            {form.nested.filter(isMain).map(show)}
            {rest.length > 0 && (
              <details class="more" open={rest.some(isTold)}>
                <summary>
                  More about {one} {index + 1}
                </summary>
                <div class="fields">{rest.map(show)}</div>
              </details>
            )}
          </fieldset>
        );
      })}
      <button type="button" class="add" onClick={add}>
        Add a {one}
      </button>
    </fieldset>
  );
}
