import type { FormattedExecutionResult } from "graphql";
import { isLongerThan, Joiner, type Known, type OnPiece } from "../../graphql/compiled";

/**
 * JSON of what graphql-js executed, in pieces: one text of it would take as much memory again, or twice as much. The value of
 * each field of the root is released once it is printed, as nothing reads it later.
 * @returns null where there are more bytes than allowed
 */
export function releasedPieces(
  { data, errors, ...rest }: FormattedExecutionResult,
  mostBytes: number,
  onPiece?: OnPiece,
): Known | null {
  const joiner = new Joiner(onPiece);
  const isPrinted = (value: unknown): boolean => print(value, joiner, mostBytes);
  joiner.add("{");
  if (errors !== undefined) {
    joiner.add('"errors":');
    if (!isPrinted(errors)) return null;
    joiner.add(",");
  }
  joiner.add('"data":');
  if (data == null) joiner.add("null");
  else {
    const fields = Object.keys(data);
    for (const [index, name] of fields.entries()) {
      joiner.add(`${index === 0 ? "{" : ","}${JSON.stringify(name)}:`);
      if (!isPrinted(data[name])) return null;
      data[name] = null;
    }
    joiner.add(fields.length === 0 ? "{}" : "}");
  }
  for (const [name, value] of Object.entries(rest))
    joiner.add(`,${JSON.stringify(name)}:${JSON.stringify(value)}`);
  joiner.add("}");
  const { joined } = joiner;
  return isLongerThan(mostBytes, joined) ? null : joined;
}

/** Recursion follows the nesting of fields, which is limited. @returns false when it is too long */
function print(value: unknown, into: Joiner, most: number): boolean {
  if (Array.isArray(value)) {
    if (!value.some(isObject)) return add(value, into, most);
    for (const [index, one] of value.entries()) {
      into.add(index === 0 ? "[" : ",");
      if (!print(one, into, most)) return false;
    }
    into.add("]");
    return true;
  }
  if (!isObject(value) || !Object.values(value).some(isObject)) return add(value, into, most);
  let before = "{";
  for (const [name, one] of Object.entries(value)) {
    if (one === undefined) continue;
    into.add(`${before}${JSON.stringify(name)}:`);
    before = ",";
    if (!print(one, into, most)) return false;
  }
  into.add("}");
  return true;
}

function add(value: unknown, into: Joiner, most: number): boolean {
  into.add(JSON.stringify(value) ?? "null");
  return into.leastBytes <= most;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
