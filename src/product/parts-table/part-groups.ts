import type { PartGroup } from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import { input } from "../../core/formulas";
import { getOrInsert, unique } from "../../core/helpers";
import { allocationPart, reservedShare } from "../../core/method";
import { countIn, type PartsOf } from "./part-cells";
import { notesOnPlace, notesOnRows } from "./part-notes";
import { groupsIn, type PartsTableRow } from "./parts-table";

type Rows = readonly [PartsTableRow, ...PartsTableRow[]];

/** The component around each row that is in one. Rows that name the same are in the same, which is of the kind of its first row. */
export function groupsOf(
  rows: readonly PartsTableRow[],
  of: PartsOf,
  factors: FactorReader,
): ReadonlyMap<PartsTableRow, PartGroup> {
  const groups = new Map<string, PartGroup>();
  const around = new Map<PartsTableRow, PartGroup>();
  for (const row of rows) {
    const names = groupsIn(row);
    const within = rows.filter(({ group }) => group === row.group) as unknown as Rows;
    names.reduce<PartGroup | undefined>((outer, name, depth) => {
      const isInnermost = depth === names.length - 1;
      const group = getOrInsert(groups, names.slice(0, depth + 1).join(" > "), () => ({
        ...{ name, kind: row.kind },
        ...(isInnermost ? sharedBy(within, of, factors) : {}),
        notes: [
          ...(isInnermost ? notesOnRows(name, within, of, factors) : []),
          ...(outer === undefined ? notesOnPlace(name, row, of) : []),
        ],
        ...(outer === undefined ? {} : { group: outer }),
      }));
      around.set(row, group);
      return group;
    }, undefined);
  }
  return around;
}

/** Where as many share all that is in a group, the group has an equal share. */
function sharedBy(within: Rows, of: PartsOf, factors: FactorReader): Pick<PartGroup, "allocation"> {
  const [only, ...others] = unique(within.map((row) => row.shared_by));
  if (only == null || others.length > 0) return {};
  const share = reservedShare(input(1, "-"), countIn(only, of, factors));
  const parts = [allocationPart(within[0].sharers ?? "sharers", share)];
  return { allocation: { rule: "EQUAL_SHARES", share: share.range.expected, parts } };
}
