import { didYouMean, suggest } from "../errors";
import { CRITERIA, HEADLINE } from "../footprint";
import { type Column, PROVENANCE } from "./column";
import type { Problem } from "./problem";

/** A row of an operator. */
interface OwnSeries {
  readonly series: string;
  readonly unit: string;
  readonly file: string;
  readonly row: number;
}

/** Where one criterion has a factor, another can have it. What is known in kgCO2e is where the others follow by a ratio: it has none. */
const NAMES_OF_CRITERIA: ReadonlySet<string> = new Set(
  CRITERIA.flatMap(({ field, series }) => (field === HEADLINE ? [] : (series ?? []))),
);

/** Units of criteria by the last part of their series. */
const UNITS_OF_CRITERIA: ReadonlyMap<string, string> = new Map(
  CRITERIA.flatMap(({ series, unit }) => (series === null ? [] : [[series, unit] as const])),
);

/**
 * Which series there can be: those of the embedded data, and the same of another thing that the tables list. A zone of one's own
 * in `localities` makes `pue.` and `wue.` of it; a host in `hosts` its power. Anything else would be read by no formula.
 */
export class KnownSeries {
  /** Units by series. */
  private readonly embedded = new Map<string, string>();
  private readonly added: OwnSeries[] = [];
  private readonly open: RegExp[] = [];
  /** Names in one column of one table: those of things of one kind. */
  private readonly names = new Map<string, Set<string>>([["criteria.series", new Set(NAMES_OF_CRITERIA)]]);

  addEmbedded(series: string, unit: string): void {
    this.embedded.set(series, unit);
  }

  addOfOperator(one: OwnSeries): void {
    this.added.push(one);
  }

  /** Series of these names are found by their pattern alone, such as equivalences. */
  allow(pattern: RegExp): void {
    this.open.push(pattern);
  }

  addNames(table: string, columns: Readonly<Record<string, Column<unknown>>>, row: object): void {
    for (const [column, value] of Object.entries(row)) {
      if (column in PROVENANCE || !(column in columns) || typeof value !== "string") continue;
      const key = `${table}.${column}`;
      const known = this.names.get(key) ?? new Set<string>();
      this.names.set(key, known.add(value));
    }
  }

  problems(): Problem[] {
    return this.added.flatMap(({ series, unit, file, row }) => {
      const like = this.seriesLike(series);
      if (like === undefined && this.open.some((pattern) => pattern.test(series))) return [];
      if (like === undefined) return [{ file, row, column: "id", problem: this.unknown(series) }];
      const known = unitLike(series, like, this.embedded.get(like) as string);
      if (known === unit) return [];
      return [
        { file, row, column: "unit", problem: `"${unit}" is not the unit of ${like}, which is in ${known}` },
      ];
    });
  }

  /** The series itself, or the same of another thing, where the embedded data have one. */
  private seriesLike(series: string): string | undefined {
    if (this.embedded.has(series)) return series;
    for (const kind of this.names.values()) {
      const found = this.seriesOfAnother(series, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A series of the embedded data that is the same of another thing of that kind. */
  private seriesOfAnother(series: string, kind: ReadonlySet<string>): string | undefined {
    const parts = series.split(".");
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 1; to <= parts.length; to++) {
        if (!kind.has(parts.slice(from, to).join("."))) continue;
        for (const other of kind) {
          const alike = [...parts.slice(0, from), other, ...parts.slice(to)].join(".");
          if (this.embedded.has(alike)) return alike;
        }
      }
    }
    return undefined;
  }

  private unknown(series: string): string {
    const hint = didYouMean(suggest(series, this.embedded.keys()));
    return `no formula reads a series "${series}".${hint} A series of a new zone, country, host or GPU needs its row in the table of those`;
  }
}

/** The unit of a series by that of one like it: the same or, where the two are of different criteria, with its own in the place. */
function unitLike(series: string, like: string, unit: string): string {
  const [own, other] = [series, like].map((one) => UNITS_OF_CRITERIA.get(one.split(".").at(-1) as string));
  return own === undefined || other === undefined ? unit : unit.replace(other, own);
}
