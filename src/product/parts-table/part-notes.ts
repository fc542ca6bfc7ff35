import type { FactorReader } from "../../core/factors";
import { assumption, isAssumed, type Said, type Trusted } from "../../core/footprint";
import { isFactorValue } from "../../core/formulas";
import { countIn, isOfSpecification, type PartsOf, siteOf } from "./part-cells";
import { nameIn, type PartsTableRow } from "./parts-table";

type Rows = readonly [PartsTableRow, ...PartsTableRow[]];

/**
 * What is assumed of a part, or of all parts of a group: which offers they are, how many there are, and how many share them.
 * @param name of the component
 */
export function notesOnRows(name: string, rows: Rows, of: PartsOf, factors: FactorReader): Said[] {
  const [{ called, sharers }] = rows;
  const what = called ?? wordsOf(name);
  const offers = rows.map((row) => offerSaid(row, of));
  const counts = factorsIn(rows.map(({ each }) => each));
  const sharing = factorsIn(rows.map(({ shared_by }) => shared_by));
  const which = isAssumed(...offers) ? `which offer stands for the ${what}` : null;
  const many = which === null ? `how many there are of the ${what}` : `${which}, and how many there are`;
  return [
    ...assumption(isAssumed(...counts) ? many : (which ?? ""), [...offers, ...counts]),
    ...assumption(`how many ${sharers === null ? "" : `${sharers} `}share the ${what}`, sharing),
  ];

  function factorsIn(cells: readonly (string | null)[]): Trusted[] {
    const values = cells.map((cell) => countIn(cell, of, factors));
    return values.flatMap((value) => (isFactorValue(value) ? [value.factor] : []));
  }
}

/** That they are taken to be in a place, where that is not the product's. @param name of the outermost component */
export function notesOnPlace(name: string, row: PartsTableRow, of: PartsOf): Said[] {
  const site = siteOf(row, of);
  return assumption(`that the place of the ${wordsOf(name)} is ${site.name}`, site.restsOn);
}

/** What says which offer it is: the row, or that of our own offer, whose column is named. */
function offerSaid(row: PartsTableRow, of: PartsOf): Trusted {
  const column = nameIn(row.offer);
  return column === null || isOfSpecification(column, of) ? row : (of.offer.entry as Trusted);
}

/** A name as used within a sentence, without placeholders for offers: `IP addresses` keeps its capitals. */
function wordsOf(name: string): string {
  const words = name.replace(/:? *\{\w+\} */g, "").trim();
  return words.replace(/\b[A-Z][a-z]*\b/g, (word) => word.toLowerCase());
}
