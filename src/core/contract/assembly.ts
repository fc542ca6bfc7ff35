import { DomainError } from "../errors";
import type { FactorReader } from "../factors";
import type { CommonParts, Part, Parted, PartGroup } from "./part";

/** A single part, or all parts of one outermost group. */
export interface PartRow {
  readonly group: PartGroup | null;
  readonly parts: readonly Part[];
}

/** All parts, those in common written out. */
export function partsIn({ parts }: Parted, factors: FactorReader): Part[] {
  return parts.flatMap((one) => (isCommon(one) ? one.parts(one.times, factors) : [one]));
}

/** Moves the parts of each group to the position of its first part. Common parts already are in order. */
export function rowsOf(parts: readonly Part[]): PartRow[];
export function rowsOf(parts: Parted["parts"]): (PartRow | CommonParts)[];
export function rowsOf(parts: Parted["parts"]): (PartRow | CommonParts)[] {
  const own: RowInMaking[] = [];
  const rows: (PartRow | CommonParts)[] = [];
  for (const one of parts) {
    if (isCommon(one)) {
      rows.push(one);
      continue;
    }
    const row = addedTo(own, one, outermost(one.group ?? null));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

export function isCommon(one: Part | PartRow | CommonParts): one is CommonParts {
  return "key" in one;
}

/** How parts are put together: to components that explain themselves, or to totals alone. */
export interface Assembly<One, T> {
  /** So many of what the product of the part answers. */
  readonly partOf: (part: Part, one: One) => T;
  /** All that is said of it is said under its name. */
  readonly named: (one: T) => T;
  /** Charged as operational: what a resource needs besides the equipment that runs it. */
  readonly operational: (one: T) => T;
  readonly group: (group: PartGroup, together: readonly T[]) => T;
}

/** @param oneOf what the product of a part answers */
export function assembled<One, T>(row: PartRow, oneOf: (part: Part) => One, assembly: Assembly<One, T>): T {
  const within = ({ group, parts }: PartRow): T => {
    if (group !== null) {
      const inner = grouped(parts, (part) => childOf(group, part.group ?? null));
      return assembly.group(group, inner.map(within));
    }
    const [part] = parts as readonly [Part];
    const one = assembly.partOf(part, oneOf(part));
    return part.isNamed === true ? assembly.named(one) : one;
  };
  // Whether a group is operational, its first part says.
  return row.parts[0]?.isOperational === true ? assembly.operational(within(row)) : within(row);
}

interface RowInMaking extends PartRow {
  readonly parts: Part[];
}

/** Adds a part to the row of its group. @returns the row where it is a new one */
function addedTo(rows: RowInMaking[], part: Part, group: PartGroup | null): PartRow | undefined {
  if (group !== null) {
    for (const row of rows) {
      if (row.group !== group) continue;
      row.parts.push(part);
      return undefined;
    }
  }
  const row = { group, parts: [part] };
  rows.push(row);
  return row;
}

function grouped(parts: readonly Part[], groupOf: (part: Part) => PartGroup | null): PartRow[] {
  const rows: RowInMaking[] = [];
  for (const part of parts) addedTo(rows, part, groupOf(part));
  return rows;
}

function outermost(group: PartGroup | null): PartGroup | null {
  return group?.group === undefined ? group : outermost(group.group);
}

/** The group directly within another that leads to a part; null where the part is directly within. */
function childOf(around: PartGroup, group: PartGroup | null): PartGroup | null {
  if (group === null || group === around) return null;
  return group.group === around ? group : childOf(around, group.group ?? null);
}

/** The error of a part's product, which names the field of our input that is at fault. */
export function asErrorOfPart({ fields = {} }: Pick<Part, "fields">, error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const field = fields[(error.details.field ?? "").replace(/^input\./, "")];
  return field === undefined ? error : error.at(`input.${field}`);
}
