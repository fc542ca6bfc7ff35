import { type FormField, formFields, isNumber, type Product } from "./fields";
import { readNumber } from "./numbers";

/** Values of a form, as text, by path: `type`, `pools.0.nodeType`. */
export type Values = Readonly<Record<string, string>>;

/** A problem of a field. */
export interface FieldProblem {
  /** Path of the field; "" for no single one. */
  readonly field: string;
  readonly message: string;
  /** Suggestions, to be accepted by a click. */
  readonly suggestions: readonly string[];
}

/** The input for the graph. */
export type Input = Readonly<Record<string, unknown>>;

/** A form as input, or problems that are known without a request. */
export interface ReadForm {
  readonly input: Input;
  readonly problems: readonly FieldProblem[];
}

/** Initial values: the example of the product, in the previous place if it is available there. */
export function startValues(product: Product, before: Values = {}): Values {
  const values: Record<string, string> = {};
  for (const { field, nested } of formFields(product)) {
    const { name, role } = field;
    const kept = role === "ZONE" || role === "REGION" ? before[name] : undefined;
    const start = kept !== undefined && field.choices?.includes(kept) ? kept : startOf(field);
    if (start !== null) values[name] = start;
    for (const one of nested) {
      const inRow = startOf(one.field);
      if (inRow !== null && nested.some(({ field: { example } }) => example !== null))
        values[`${name}.0.${one.name}`] = inRow;
    }
  }
  return values;
}

/** A new row of a nested input. */
export function startRow({ nested }: FormField): Values {
  return Object.fromEntries(
    nested.flatMap(({ field, name }) => {
      const start = startOf(field);
      return start === null ? [] : [[name, start]];
    }),
  );
}

/** Without an example, required fields begin with the first choice or the least value. */
function startOf({ example, required, choices, minimum }: FormField["field"]): string | null {
  if (example !== null) return example;
  if (!required) return null;
  return choices?.[0] ?? (minimum === null ? null : String(Math.max(minimum, 1)));
}

/** The form as input. Empty fields are left out, so that the graph's defaults apply. */
export function readForm(product: Product, values: Values): ReadForm {
  const problems: FieldProblem[] = [];
  const input = readFields(formFields(product), "", values, problems);
  return { input, problems };
}

function readFields(
  fields: readonly FormField[],
  at: string,
  values: Values,
  problems: FieldProblem[],
): Input {
  return Object.fromEntries(
    fields.flatMap(({ field, name, nested }): [string, unknown][] => {
      const path = `${at}${name}`;
      if (field.role === "NESTED") {
        const rows = rowsOf(path, values);
        return [[name, rows.map((row) => readFields(nested, `${path}.${row}.`, values, problems))]];
      }
      const text = values[path]?.trim() ?? "";
      const report = (message: string): [] => {
        problems.push({ field: path, message, suggestions: [] });
        return [];
      };
      if (text === "") return field.required ? report(neededText(labelOf(field))) : [];
      if (!isNumber(field)) return [[name, isYesNo(field.choices) ? text === "true" : text]];
      const read = readNumber(text);
      return "number" in read ? [[name, read.number]] : report(read.problem);
    }),
  );
}

/** "Type is needed.", "Nodes are needed." */
export const neededText = (label: string): string =>
  `${label} ${/[^s]s$/.test(label) ? "are" : "is"} needed.`;

/** Row numbers of a nested input, in order; an edited link may lack some. */
export function rowsOf(path: string, values: Values): readonly number[] {
  const rows = Object.keys(values).flatMap((name) => {
    const [, row] = name.startsWith(`${path}.`)
      ? (/^(\d{1,4})\./.exec(name.slice(path.length + 1)) ?? [])
      : [];
    return row === undefined ? [] : [Number(row)];
  });
  return [...new Set(rows)].sort((a, b) => a - b);
}

export const isYesNo = (choices: readonly string[] | null): boolean =>
  choices?.length === 2 && choices.includes("true") && choices.includes("false");

/**
 * Renumbers rows from 0, as in errors of the graph and in links. Values outside nested
 * inputs are unchanged.
 */
export function numbered(product: Product, values: Values): Values {
  let all = values;
  for (const { name, nested } of formFields(product)) {
    if (nested.length === 0) continue;
    const rows = rowsOf(name, all);
    const renumbered = Object.entries(all).map(([path, value]): [string, string] => {
      const row = rows.find((one) => path.startsWith(`${name}.${one}.`));
      if (row === undefined) return [path, value];
      return [`${name}.${rows.indexOf(row)}${path.slice(`${name}.${row}`.length)}`, value];
    });
    all = Object.fromEntries(renumbered);
  }
  return all;
}

/** Names as people write them: `storageClass` is "Storage class", `sizeGb` with its unit beside it "Size". */
export function labelOf({ name, unit }: Pick<FormField["field"], "name" | "unit">): string {
  const own = name.slice(name.lastIndexOf(".") + 1);
  const words = own.replace(/([a-z0-9])([A-Z])/g, "$1 $2").split(" ");
  const last = words.at(-1)?.toLowerCase();
  const isUnit = words.length > 1 && (last === unit?.toLowerCase() || (last === "percent" && unit === "%"));
  const said = (isUnit ? words.slice(0, -1) : words).map((word) => word.toLowerCase());
  const text = said.join(" ").replace(/\b(cpu|gpu|ram|ssd|hdd|gb|id|ip)\b/g, (word) => word.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}
