import type { Member } from "./run";
import { NotAnswered } from "./text";

/** A function for each member: one for all would meet objects of every kind, which engines are slow at. */
export function memberReader(member: Member): (object: unknown) => unknown {
  const { call } = member;
  const names = (call ?? []).map((_, index) => `value${index}`);
  const make = new Function(
    "noMethod",
    ...names,
    `return (object) => ${memberCode("object", member, names)}`,
  );
  return make(noMethod, ...(call ?? []));
}

/** Code that reads it, where {@link noMethod} can be called. @param values names of the arguments of a call */
export function memberCode(object: string, { name, call }: Member, values: readonly string[]): string {
  const read = `${object}[${JSON.stringify(name)}]`;
  return call === null ? `noMethod(${read})` : `${read}?.(${values.join()})`;
}

export function noMethod(value: unknown): unknown {
  if (typeof value === "function") throw new NotAnswered("a method that no resolver calls");
  return value;
}
