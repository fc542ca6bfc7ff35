import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { didYouMean, suggest } from "../errors";
import type { Factor } from "../formulas";
import { FactorBook } from "./factor-book";
import { type FactorTable, factorTable, toFactors } from "./factor-table";
import { KnownSeries } from "./known-series";
import { DataError, type Problem } from "./problem";
import { parseTable, type RowOf, type Table } from "./table";

/** Location of the data files of one owner: the core or a plugin. */
export interface DataFolder {
  /** Name of the owner, and of its folder inside the operator's overlay: `core`, `instance` … */
  readonly owner: string;
  readonly path: string;
}

/**
 * Reads data files and the operator's overlay, and collects what is wrong until {@link finish}.
 * An overlay row replaces the row with its key, or is added; everything else stays. A factor is added only where it can be read.
 */
export class DataReader {
  private readonly problems: Problem[] = [];
  private readonly factors: Factor[] = [];
  private readonly series = new KnownSeries();
  private readonly overlaysRead = new Set<string>();
  private readonly owners = new Set<string>();
  /** Files that an overlay may have, by their path in it. */
  private readonly overlaid = new Set<string>();
  private readonly placesOfRows = new Map<object, Pick<Problem, "file" | "row">>();
  private readonly lastChecks: ((book: FactorBook) => void)[] = [];

  constructor(private readonly overlayRoot: string | null) {
    if (overlayRoot !== null && !existsSync(overlayRoot)) {
      this.report(overlayRoot, "the folder of FOOTPRINT_DATA does not exist");
    }
  }

  /** Rows of a structural table, by key. */
  table<T extends Table>(folder: DataFolder, table: T): ReadonlyMap<string, RowOf<T>> {
    const rows = new Map<string, RowOf<T>>();
    for (const file of this.filesOf(folder, table.name)) {
      const parsed = parseTable(table, read(file), file);
      this.problems.push(...parsed.problems);
      for (const { key, row, cells } of parsed.rows) {
        rows.set(key, cells as RowOf<T>);
        this.placesOfRows.set(cells, { file, row });
        this.series.addNames(table.name, table.columns, cells);
      }
    }
    return rows;
  }

  /**
   * Adds the factors of a file to the book, each within what it can be.
   *
   * @param ownUnits units of the file in addition to the shared ones
   */
  factorFile(folder: DataFolder, name: string, ownUnits: readonly string[] = []): void {
    const byKey = new Map<string, Factor>();
    const table: FactorTable = factorTable(name);
    for (const file of this.filesOf(folder, name)) {
      const parsed = parseTable(table, read(file), file);
      const { factors, problems } = toFactors(parsed, file, ownUnits);
      this.problems.push(...parsed.problems, ...problems);
      parsed.rows.forEach(({ key, row, cells: { id, unit } }, index) => {
        byKey.set(key, factors[index] as Factor);
        if (this.overlaysRead.has(file)) this.series.addOfOperator({ series: id, unit, file, row });
        else this.series.addEmbedded(id, unit);
      });
    }
    this.factors.push(...byKey.values());
  }

  /** Factors of such a name may be added by an operator: they are found by it alone. */
  allowSeries(pattern: RegExp): void {
    this.series.allow(pattern);
  }

  /** Reports a problem that only the owner of the data can see, such as a reference to a row that is not there. */
  report(file: string, problem: string): void {
    this.problems.push({ file, row: null, column: null, problem });
  }

  /** Reports a problem in a row that {@link table} has read, or in one of its cells. */
  reportCell(cells: object, column: string | null, problem: string): void {
    const place = this.placesOfRows.get(cells) ?? { file: "a row that is in no file", row: null };
    this.problems.push({ ...place, column, problem });
  }

  /** Whether nothing is wrong so far: what follows from an unreadable file need not be reported too. */
  get isSound(): boolean {
    return this.problems.length === 0;
  }

  /** Registers a check that needs the data of all owners; it runs if they have no other problems. */
  whenAllIsRead(check: (book: FactorBook) => void): void {
    this.lastChecks.push(check);
  }

  /** @throws DataError with everything that is wrong in all files read. */
  finish(): FactorBook {
    this.problems.push(...this.series.problems());
    this.reportStrayOverlays();
    const book = new FactorBook(this.factors);
    if (this.problems.length === 0) {
      for (const contradiction of book.contradictions()) this.report("factors", contradiction);
      for (const check of this.lastChecks) check(book);
    }
    if (this.problems.length > 0) throw new DataError(this.problems);
    return book;
  }

  private filesOf(folder: DataFolder, name: string): string[] {
    this.owners.add(folder.owner);
    const own = join(folder.path, `${name}.csv`);
    if (!existsSync(own)) {
      this.report(own, "file not found");
      return [];
    }
    if (this.overlayRoot === null) return [own];
    const below = join(folder.owner, `${name}.csv`);
    this.overlaid.add(below);
    const overlay = join(this.overlayRoot, below);
    if (!existsSync(overlay)) return [own];
    this.overlaysRead.add(overlay);
    return [own, overlay];
  }

  /** A misnamed overlay file would be ignored in silence, and the operator believe in numbers that are not in force. */
  private reportStrayOverlays(): void {
    if (this.overlayRoot === null || !existsSync(this.overlayRoot)) return;
    for (const entry of readdirSync(this.overlayRoot, { recursive: true, encoding: "utf8" })) {
      const path = join(this.overlayRoot, entry);
      if (!/\.csv/i.test(entry) || this.overlaysRead.has(path)) continue;
      const near = suggest(entry, this.overlaid);
      const folders = `; folders are ${[...this.owners].join(", ")}, ${basename(path)} must be a file of one of them`;
      this.report(path, `overlays no data file${near.length > 0 ? `.${didYouMean(near)}` : folders}`);
    }
  }
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}
