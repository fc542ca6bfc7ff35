import type { CommonParts, Part } from "../../core/contract";
import type { FactorReader } from "../../core/factors";
import { getOrInsert, groupBy, unique } from "../../core/helpers";
import { isOfSpecification, numberIn, type PartsOf, siteOf, textIn } from "./part-cells";
import { handsOn, nameOf, partsInRows } from "./parts-in-rows";
import { groupsIn, nameIn, type PartsTableRow, seriesIn } from "./parts-table";

/** The parts that a table says a product has. */
export class PartsOfTable {
  private readonly rows: readonly PartsTableRow[];
  private readonly byOffer = new Map<string, readonly RowsOfOne[]>();

  constructor(rows: Iterable<PartsTableRow>) {
    this.rows = [...rows];
  }

  get products(): string[] {
    return unique(this.rows.map(({ product }) => product));
  }

  /** Those in common, and those that are the specification's own. */
  of(of: PartsOf, factors: FactorReader): (Part | CommonParts)[] {
    const { id } = of.offer;
    const all = getOrInsert(this.byOffer, id, () => componentsOf(this.rows, id));
    const parts: (Part | CommonParts)[] = [];
    for (const one of all) for (const part of one.parts(of, factors)) parts.push(part);
    return parts;
  }
}

function componentsOf(rows: readonly PartsTableRow[], offer: string): RowsOfOne[] {
  const own = rows.filter((row) => row.of === "*" || row.of === offer);
  return [...groupBy(own, (row) => groupsIn(row)[0] ?? row).values()].map((some) => new RowsOfOne(some));
}

/** The rows of one component: of an outermost group, or one that is in none. */
class RowsOfOne {
  private readonly first: PartsTableRow;
  /** Name of the outermost group. */
  private readonly group: string | undefined;
  /** How many have it: the same for all rows, or undefined. */
  private readonly count: string | null | undefined;
  /** One row of each distinct offer and place: other rows add nothing to a key. */
  private readonly keyed: readonly PartsTableRow[];
  private readonly namesOfTexts: readonly string[];
  private readonly namesOfNumbers: readonly string[];
  private readonly isOfOffer: boolean;
  private readonly amounts: readonly string[];
  private readonly handingOn: readonly PartsTableRow[];

  constructor(private readonly rows: readonly PartsTableRow[]) {
    this.first = rows[0] as PartsTableRow;
    this.group = groupsIn(this.first)[0];
    const counts = unique(rows.map(({ count }) => count));
    this.count = counts.length === 1 && seriesIn(counts[0] ?? "") === null ? counts[0] : undefined;
    this.keyed = [...new Map(rows.map((row) => [offerAndPlace(row), row])).values()];
    this.namesOfTexts = namesIn(rows.flatMap(({ offer, place }) => [offer, place]));
    this.namesOfNumbers = namesIn(rows.flatMap(({ amount, each, shared_by }) => [amount, each, shared_by]));
    this.isOfOffer = rows.some(({ of, name }) => of !== "*" || name.includes("{of}"));
    this.amounts = rows.flatMap(({ amount }) => amount ?? []);
    this.handingOn = rows.filter(({ hands_on }) => hands_on.length > 0);
  }

  /** In common, where there are few of it. */
  parts(of: PartsOf, factors: FactorReader): (Part | CommonParts)[] {
    const { rows, first, count } = this;
    const key = this.keyIn(of);
    if (key === null || count === undefined) return partsInRows(rows, of, factors);
    const times = count === null ? 1 : numberIn(count, of);
    if (times === 0) return [];
    return [
      {
        key,
        times,
        name: this.group ?? nameOf(first, of),
        parts: (n, own) => partsInRows(rows, of, own, n),
      },
    ];
  }

  /** Key among the resources of the product; null if there are unlimited ones, or a part is absent. */
  private keyIn(of: PartsOf): string | null {
    const { keyed, first } = this;
    const isOwn = (name: string): boolean => isOfSpecification(name, of);
    if (this.namesOfNumbers.some(isOwn)) return null;
    if (this.handingOn.some((row) => handsOn(row, of))) return null;
    if (this.amounts.some((amount) => numberIn(amount, of) === 0)) return null;
    const isOfOffer = this.isOfOffer || this.namesOfNumbers.length > 0 || !this.namesOfTexts.every(isOwn);
    const offer = isOfOffer ? of.offer.id : "*";
    const said =
      this.namesOfTexts.length === 0
        ? ""
        : keyed.map((row) => `${textIn(row.offer, of)} ${siteOf(row, of).name}`).join();
    return `${first.of} ${first.part} of ${offer} in ${of.place.name} ${said}`;
  }
}

/** What of a row depends on the specification: the rest is the same in all keys. */
function offerAndPlace({ offer, place }: PartsTableRow): string {
  return `${nameIn(offer) ?? ""} ${place ?? ""}`;
}

function namesIn(cells: readonly (string | null)[]): string[] {
  return cells.flatMap((cell) => (cell === null ? [] : (nameIn(cell) ?? [])));
}
