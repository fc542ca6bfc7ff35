import type { Product } from "../form/fields";
import { labelOf } from "../form/values";

type Products = readonly Product[];
const known = new WeakMap<Products, ReadonlyMap<string, string>>();

/** What every line of a portfolio has beside the fields of its product. */
const OF_LINES = [
  ["count", "Count"],
  ["hours", "Hours"],
] as const;

/** What fields are called in forms, by their own name: `sizeGb` is "Size". */
function labels(products: Products): ReadonlyMap<string, string> {
  let all = known.get(products);
  if (all === undefined) {
    const fields = products.flatMap((one) => one.fields);
    all = new Map([
      ...OF_LINES,
      ...fields.map((field) => [field.name.slice(field.name.lastIndexOf(".") + 1), labelOf(field)] as const),
    ]);
    known.set(products, all);
  }
  return all;
}

/**
 * A message as people read it: the graph names fields as its schema does. `sizeGb must be …` is "Size must be …"; names that
 * could be plain words, such as `nodes`, are replaced where a message begins with one alone.
 */
export function inWords(message: string, products: Products): string {
  const all = labels(products);
  const [first = ""] = /^[A-Za-z]+(?= )/.exec(message) ?? [];
  const begun = all.has(first) ? `${all.get(first)}${message.slice(first.length)}` : message;
  return begun.replace(/\b[a-z]+[A-Z]\w*\b/g, (name) => {
    const label = all.get(name);
    return label === undefined ? name : withinSentence(label);
  });
}

/** The path of a field as a form names it: `pools.0.nodeType` is "Pool 1: node type". */
export function fieldInWords(path: string, products: Products): string {
  const all = labels(products);
  const parts = path.split(".").filter((part) => part !== "" && part !== "during");
  const said = parts.flatMap((part, index) => {
    if (/^\d+$/.test(part)) return [];
    const [label, next] = [all.get(part) ?? labelOf({ name: part, unit: null }), parts[index + 1] ?? ""];
    return [/^\d+$/.test(next) ? `${label.replace(/s$/, "")} ${Number(next) + 1}` : label];
  });
  return said.map((label, index) => (index === 0 ? label : withinSentence(label))).join(": ");
}

/** "Size" is "size" within a sentence, and "CPU load" stays. */
const withinSentence = (label: string): string =>
  /^[A-Z][A-Z]/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
