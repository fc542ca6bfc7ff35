import { DomainError } from "../errors";
import type { Part, Parted, PartGroup } from "./part";

/** How parts are put together: to components that explain themselves, or to totals alone. */
export interface Assembly<One, T> {
  /** So many of what the product of the part answers. */
  readonly partOf: (part: Part, one: One) => T;
  /** All that is said of it is said under its name. */
  readonly named: (one: T) => T;
  /** Charged as what a resource needs beside the equipment that runs it. */
  readonly operational: (one: T) => T;
  readonly group: (group: PartGroup, together: readonly T[]) => T;
}

/**
 * Parts in their groups: those of one group stand together where the first of them does.
 * @param ones what the products of the parts answer, in their order
 */
export function assembled<One, T>(
  { parts }: Parted,
  ones: readonly One[],
  { partOf, named, operational, group }: Assembly<One, T>,
): T[] {
  const top: Row<T>[] = [];
  const rows = new Map<PartGroup, Row<T>[]>();
  const rowOf = (around: PartGroup | undefined, isOperational: boolean): Row<T>[] => {
    if (around === undefined) return top;
    let row = rows.get(around);
    if (row === undefined) {
      const own: Row<T>[] = [];
      row = own;
      rows.set(around, own);
      const together = (): T =>
        group(
          around,
          own.map(({ make }) => make()),
        );
      rowOf(around.group, isOperational).push({ make: together, isOperational });
    }
    return row;
  };
  parts.forEach((part, index) => {
    const { isOperational = false } = part;
    const make = (): T => {
      const one = partOf(part, ones[index] as One);
      return part.isNamed === true ? named(one) : one;
    };
    rowOf(part.group, isOperational).push({ make, isOperational });
  });
  return top.map(({ make, isOperational }) => (isOperational ? operational(make()) : make()));
}

/** A part, or a group; whether it is operational is said of the outermost. */
interface Row<T> {
  readonly make: () => T;
  readonly isOperational: boolean;
}

/** The error of a part's product, which names the field of our input that is at fault. */
export function asErrorOfPart({ fields = {} }: Pick<Part, "fields">, error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const field = fields[(error.details.field ?? "").replace(/^input\./, "")];
  return field === undefined ? error : error.at(`input.${field}`);
}
