import { signal } from "@preact/signals";
import type { SheetItem, SheetNote, SheetProblem } from "../../../src/spreadsheet";

/** A resource in the basket. */
export interface BasketLine {
  readonly item: SheetItem;
  /** Line number in its file; null if added by hand. */
  readonly line: number | null;
  /** Number of its file or paste; null for none. */
  readonly source: number | null;
}

/** Report on a file that was read. */
export interface BasketSource {
  readonly id: number;
  readonly name: string;
  /** Number of non-empty lines. */
  readonly rows: number;
  readonly problems: readonly SheetProblem[];
  readonly notes: readonly SheetNote[];
}

/** Content of a basket: its lines, and the reports on their files. */
export interface StoredBasket {
  readonly lines: readonly BasketLine[];
  readonly sources: readonly BasketSource[];
}

/** The resources of the portfolio: they stay while the tab is open, in all views. */
export const basket = signal<readonly BasketLine[]>([]);
export const sources = signal<readonly BasketSource[]>([]);

export function addByHand(item: SheetItem): void {
  basket.value = [...basket.value, { item, line: null, source: null }];
}

/** A unique name for a new source. */
export function newSource(): number {
  return Math.max(0, ...sources.peek().map(({ id }) => id)) + 1;
}

export function fillBasket({ lines, sources: all }: StoredBasket): void {
  sources.value = all;
  basket.value = lines;
}

export function emptyBasket(): void {
  basket.value = [];
  sources.value = [];
}

/** Replaces the lines of the same source, after all others. */
export function putSource(source: BasketSource, lines: readonly BasketLine[]): void {
  basket.value = [...basket.value.filter((one) => one.source !== source.id), ...lines];
  sources.value = [...sources.value.filter(({ id }) => id !== source.id), source];
}

export function removeLine(index: number): void {
  basket.value = basket.value.filter((_, at) => at !== index);
}

export function changeLine(index: number, item: SheetItem): void {
  basket.value = basket.value.map((one, at) => (at === index ? { ...one, item } : one));
}
