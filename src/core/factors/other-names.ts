import { foldName } from "../errors";
import { optionalText, text } from "./column";
import type { DataFolder, DataReader } from "./data-folder";
import { requireNames } from "./known-names";
import type { RowOf, Table } from "./table";

/** Columns of a file of names that tools print and the catalogue has not. */
export const OTHER_NAMES_COLUMNS = {
  other_name: text(),
  /** Name in the catalogue that is taken instead; empty where the product has nothing of the kind. */
  name: optionalText(),
  /** Text for the client: a note in the answer, or the reason for a refusal; empty if nothing needs saying. */
  says: optionalText(),
};

export type OtherNamesTable = Table<typeof OTHER_NAMES_COLUMNS>;
type OtherName = Pick<RowOf<OtherNamesTable>, "other_name" | "name" | "says">;

/** Other names of one kind of thing, such as Instance types: each leads to a name of the catalogue, or to a reason. */
export class OtherNames {
  static readonly NONE = new OtherNames([]);
  private readonly byName: ReadonlyMap<string, OtherName>;

  constructor(rows: Iterable<OtherName>) {
    this.byName = new Map([...rows].map((row) => [foldName(row.other_name), row]));
  }

  /** These and, where a table of the product has more of them, those. */
  and(rows: Iterable<OtherName>): OtherNames {
    return new OtherNames([...rows, ...this.byName.values()]);
  }

  find(name: string): OtherName | undefined {
    return this.byName.size === 0 ? undefined : this.byName.get(foldName(name));
  }

  /** The note of an answer for which a name was replaced by another. */
  notesOn(name: string): string[] {
    const says = this.find(name)?.says;
    return says == null ? [] : [says];
  }
}

/** Reads such a file; a row that leads nowhere, or to a name that leads there by itself, is reported. */
export function loadOtherNames(
  reader: DataReader,
  folder: DataFolder,
  table: OtherNamesTable,
  known: Iterable<string>,
): OtherNames {
  const names = [...known];
  const folded = new Set(names.map(foldName));
  const rows = [...reader.table(folder, table).values()];
  requireNames(reader, rows, "name", { what: "name of the catalogue", names });
  for (const row of rows) {
    const { other_name, name, says } = row;
    const report = (column: string, problem: string): void => reader.reportCell(row, column, problem);
    if (folded.has(foldName(other_name))) report("other_name", `"${other_name}" is a name of the catalogue`);
    if (name === null && says === null) report("name", `"${other_name}" needs a name or what it says`);
  }
  return new OtherNames(rows);
}
