import { signal } from "@preact/signals";
import type { SheetItem, SheetNote, SheetProblem } from "../../../src/spreadsheet";

/** A resource in the basket. */
export interface BasketLine {
  readonly item: SheetItem;
  /** Its line in the file that it was read from; null for one that was added by hand. */
  readonly line: number | null;
  /** Which file or paste it is of, by number; null for none. */
  readonly source: number | null;
}

/** What is told of a file that was read. */
export interface BasketSource {
  readonly id: number;
  readonly name: string;
  /** How many lines with content it has. */
  readonly rows: number;
  readonly problems: readonly SheetProblem[];
  readonly notes: readonly SheetNote[];
}

/** All of a basket: its lines, and what was told of the files that they come from. */
export interface KeptBasket {
  readonly lines: readonly BasketLine[];
  readonly sources: readonly BasketSource[];
}

/** The resources that are summed up: they stay while the tab is open, whatever view is looked at. */
export const basket = signal<readonly BasketLine[]>([]);
export const sources = signal<readonly BasketSource[]>([]);

export function addByHand(item: SheetItem): void {
  basket.value = [...basket.value, { item, line: null, source: null }];
}

/** A name for what is brought now, which none that is in the basket has. */
export function newSource(): number {
  return Math.max(0, ...sources.peek().map(({ id }) => id)) + 1;
}

export function fillBasket({ lines, sources: all }: KeptBasket): void {
  sources.value = all;
  basket.value = lines;
}

export function emptyBasket(): void {
  basket.value = [];
  sources.value = [];
}

/** Puts lines in the place of those of the same source, behind all others. */
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
