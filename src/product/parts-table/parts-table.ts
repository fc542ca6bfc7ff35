import { type Column, defineTable, list, oneOf, optionalText, type RowOf, text } from "../../core/factors";
import { COMPONENT_KINDS } from "../../core/footprint";

/**
 * A table of the parts of a product, one row for each. A cell of `offer`, `amount`, `place` and what counts is a text or a number as
 * it stands, `=` and the name of a field or of a column of the offer, or, where it counts, the series of a factor.
 */
export function partsTable(file: string) {
  return defineTable(file, ["of", "part"], {
    /** The offer that has it; * for every one. */
    of: text(),
    part: text(),
    /** Name and kind of its component; `{offer}` in the name stands for that of the part, `{of}` for the one that has it. */
    name: text(),
    kind: oneOf(COMPONENT_KINDS),
    /** Kind of the product that it is, which of its offers, and how much of that. */
    product: text(),
    offer: text(),
    amount: counted(AMOUNTS),
    /** How many have it, how many each of them has, and how many share those: 1 where it is empty. */
    count: counted(),
    each: counted(),
    shared_by: sharing(),
    /** `operational`: what runs the service for many. */
    charged_to: oneOf(["equipment", "operational"]),
    /** Names of the components around it, the outermost first, with ` > ` between them. */
    group: mayLack(optionalText()),
    /** Where it is, where that is another place than the product's. */
    place: mayLack(optionalText()),
    /** Fields of ours that its input has by the same name, separated by semicolons: handed on where they were given. */
    hands_on: mayLack(list()),
    /** Who share it, and what notes call it: its group, or its name, where that is empty. */
    sharers: mayLack(optionalText()),
    called: mayLack(optionalText()),
  });
}

/** A column that a file may lack: all of its cells are empty then. */
function mayLack<T>(column: Column<T>): Column<T> {
  return { ...column, mayLack: true };
}

/** A cell that counts: a number, a name or a series. */
function counted(meant = COUNTS): Column<string | null> {
  return {
    parse: (cell) => {
      if (cell === "" || meant.test(cell)) return cell || null;
      const orSeries = meant === COUNTS ? ", and no series of a factor" : "";
      throw new Error(`"${cell}" is no number, no "=" and a name${orSeries}`);
    },
  };
}

/** How many share it: some. */
function sharing(): Column<string | null> {
  const column = counted();
  return {
    parse: (cell) => {
      if (Number(cell) === 0 && cell !== "")
        throw new Error(`"${cell}" is none that share it: leave it empty for one`);
      return column.parse(cell);
    },
  };
}

const AMOUNTS = /^(=\w+|\d+(\.\d+)?)$/;
const COUNTS = /^(=\w+|\d+(\.\d+)?|[a-z][\w-]*(\.[\w-]+)+)$/i;

export type PartsTableRow = RowOf<ReturnType<typeof partsTable>>;

/** The name behind `=`. */
export function nameIn(cell: string): string | null {
  return cell.startsWith("=") ? cell.slice(1) : null;
}

/** The series of a factor in a cell that counts. */
export function seriesIn(cell: string): string | null {
  return cell.includes(".") && !Number.isFinite(Number(cell)) ? cell : null;
}

/** Names of the components around a row, the outermost first. */
export function groupsIn({ group }: PartsTableRow): readonly string[] {
  return group === null ? [] : group.split(/\s*>\s*/);
}
