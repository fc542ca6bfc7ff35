import { suggest } from "../errors";
import { CRITERIA, HEADLINE } from "../footprint";
import { type Column, PROVENANCE } from "./column";
import type { Problem } from "./problem";

/** A row of an operator for a series that the embedded data have not. */
interface NewSeries {
  readonly series: string;
  readonly file: string;
  readonly row: number;
}

/** Where one criterion has a factor, another can have it. What is known in kgCO2e is where the others follow by a ratio: it has none. */
const NAMES_OF_CRITERIA: ReadonlySet<string> = new Set(
  CRITERIA.flatMap(({ field, series }) => (field === HEADLINE ? [] : (series ?? []))),
);

/**
 * Which series there can be: those of the embedded data, and the same of another thing that the tables list. A zone of one's own
 * in `localities` makes `pue.` and `wue.` of it; a host in `hosts` its power. Anything else would be read by no formula.
 */
export class KnownSeries {
  private readonly embedded = new Set<string>();
  private readonly added: NewSeries[] = [];
  private readonly open: RegExp[] = [];
  /** Names in one column of one table: those of things of one kind. */
  private readonly names = new Map<string, Set<string>>([["criteria.series", new Set(NAMES_OF_CRITERIA)]]);

  addEmbedded(series: string): void {
    this.embedded.add(series);
  }

  addOfOperator(one: NewSeries): void {
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
    return this.added
      .filter(({ series }) => !this.isKnown(series))
      .map(({ series, file, row }) => ({ file, row, column: "id", problem: this.unknown(series) }));
  }

  private isKnown(series: string): boolean {
    if (this.embedded.has(series) || this.open.some((pattern) => pattern.test(series))) return true;
    return [...this.names.values()].some((kind) => this.isOfAnother(series, kind));
  }

  /** Whether it is a series of the embedded data, but of another thing of that kind. */
  private isOfAnother(series: string, kind: ReadonlySet<string>): boolean {
    const parts = series.split(".");
    for (let from = 0; from < parts.length; from++) {
      for (let to = from + 1; to <= parts.length; to++) {
        if (!kind.has(parts.slice(from, to).join("."))) continue;
        const alike = (other: string): string =>
          [...parts.slice(0, from), other, ...parts.slice(to)].join(".");
        if ([...kind].some((other) => this.embedded.has(alike(other)))) return true;
      }
    }
    return false;
  }

  private unknown(series: string): string {
    const near = suggest(series, this.embedded);
    const hint = near.length > 0 ? ` Did you mean ${near.join(", ")}?` : "";
    return `no formula reads a series "${series}".${hint} A series of a new zone, country, host or GPU needs its row in the table of those`;
  }
}
