/** A field of a product, as `products { fields }` of the graph and `session.product(kind).fields` say it. */
export interface SheetField {
  /** Name in the input; that of a field of a nested one follows a dot, as in `pools.nodes`. */
  readonly name: string;
  readonly role: string;
  readonly unit: string | null;
  readonly required: boolean;
  /** What is taken where it is left out, as text. */
  readonly default: string | null;
  readonly choices: readonly string[] | null;
}

/** A product whose resources a sheet can list. */
export interface SheetProduct {
  /** The member of `ResourceInput` that takes it. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** What people write for it beside those. */
  readonly aliases: readonly string[];
  readonly fields: readonly SheetField[];
}

/** What stands before the digits after the point: `1.5` or `1,5`. */
export type DecimalMark = "." | ",";
/** Whether 03/04/2026 is in April or in March. */
export type DateOrder = "day first" | "month first";

export interface SheetOptions {
  readonly products: readonly SheetProduct[];
  /** How numbers are to be read that could be read in two ways, such as 1,234; found in the sheet where left out. */
  readonly decimalMark?: DecimalMark;
  /** How dates are to be read that could be read in two ways; found in the sheet where left out. */
  readonly dateOrder?: DateOrder;
}

/** A resource to estimate, in the shape of the graph's `PortfolioItemInput`. */
export interface SheetItem {
  readonly label?: string;
  readonly count?: number;
  readonly during?: {
    readonly hours?: number;
    readonly start?: string;
    readonly end?: string;
    readonly asOf?: string;
  };
  /** One member: the kind of a product, with its input. */
  readonly resource: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface SheetLine {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly item: SheetItem;
}

/** What can be wrong with a line, or with a whole sheet. */
export const PROBLEMS = {
  AMBIGUOUS_DATE: "A date can be of two days, and no other cell of the column tells which.",
  AMBIGUOUS_NUMBER: "A number can be two, and no other cell tells which.",
  AMBIGUOUS_PRODUCT: "The line can be of several products.",
  BROKEN_LINE: "The cells of the line cannot be told: a quote is not closed, or it is no JSON.",
  CONTRADICTION: "Two cells say different things of one field.",
  EMPTY: "There is no line under the headers.",
  MISSING_VALUE: "A field that must be given has no column, or an empty cell.",
  NOT_A_DATE: "The cell is no date.",
  NOT_A_NUMBER: "The cell is no number, or not a whole one where it must be.",
  NO_HEADERS: "No line says what the columns are.",
  TOO_MANY_CELLS: "The line has more cells than there are headers.",
  UNKNOWN_OFFER: "No product has this offer, and the line names no product.",
  UNKNOWN_PRODUCT: "No product has this name.",
  UNKNOWN_UNIT: "The unit is none of what is measured, or nobody says how much of it.",
  UNKNOWN_VALUE: "The cell says that it is not known, or is none of the values that there are.",
  UNKNOWN_ZONE: "A region stands where one of its zones is needed.",
} as const satisfies Record<string, string>;
export type ProblemCode = keyof typeof PROBLEMS;

/** What is told once of a sheet: how it was read where that could surprise, and what was not used. */
export const NOTES = {
  COMMENT: "Lines that begin with # were not read.",
  DATES_READ: "Dates that could be two were read as others of the column.",
  ENCODING_GUESSED: "The file is no UTF-8, and was read as old Windows writes.",
  LINES_ABOVE_HEADERS: "Lines above the headers were not read.",
  NUMBERS_READ: "Numbers that could be two were read as others of the column or the sheet.",
  REGION_OF_ZONE: "A zone stands where its region is needed, which was taken.",
  TOTALS: "Lines that add others up were not read.",
  UNIT_CONVERTED: "Amounts were converted to the unit of their field.",
  UNKNOWN_COLUMN: "Nothing is known by the name of the column.",
  ZERO_TAKEN: "Lines give no amount of what their product counts, which is then zero.",
  UNUSED_CELLS: "Cells of a column that the product of their line does not have, or that say nothing.",
} as const satisfies Record<string, string>;
export type NoteCode = keyof typeof NOTES;

interface Said<Code> {
  /** Line of the file, from 1; null for what is of the whole of it. */
  readonly line: number | null;
  /** Header of the column as it is written, or the field that is missing. */
  readonly column: string | null;
  readonly code: Code;
  readonly message: string;
  /** What could be written instead, the best first. */
  readonly suggestions: readonly string[];
}

/** Why a line, or the whole sheet, gives no item. */
export type SheetProblem = Said<ProblemCode>;
/** How something was read that could surprise, or what was not needed: told once. */
export type SheetNote = Said<NoteCode>;

/** Some lines of a sheet. Each line with content is among `lines`, or has problems. */
export interface SheetChunk {
  readonly lines: readonly SheetLine[];
  readonly problems: readonly SheetProblem[];
  /** How many lines with content have been read so far, these included. */
  readonly rowsRead: number;
}
