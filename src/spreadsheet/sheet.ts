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
  AMBIGUOUS_DATE: "A date is ambiguous, and no other cell of the column decides.",
  AMBIGUOUS_NUMBER: "A number is ambiguous, and no other cell decides.",
  AMBIGUOUS_PRODUCT: "Several products match the line.",
  BROKEN_LINE: "The line cannot be split into cells: a quote is not closed, or it is not valid JSON.",
  CONTRADICTION: "Two cells give different values for one field.",
  EMPTY: "There are no lines below the headers.",
  MISSING_VALUE: "A required field has no column, or an empty cell.",
  NOT_A_DATE: "The cell is not a date.",
  NOT_A_NUMBER: "The cell is not a number, or not a whole number where one is required.",
  NO_HEADERS: "There is no line with column headers.",
  TOO_MANY_CELLS: "The line has more cells than there are headers.",
  UNKNOWN_OFFER: "No product has this offer, and the line names no product.",
  UNKNOWN_PRODUCT: "No product has this name.",
  UNKNOWN_UNIT: "The unit does not fit the field, or cannot be converted exactly.",
  UNKNOWN_VALUE: "The cell says that the value is unknown, or is not one of the possible values.",
  UNKNOWN_ZONE: "A zone is required, but the cell has a region.",
} as const satisfies Record<string, string>;
export type ProblemCode = keyof typeof PROBLEMS;

/** What is told once of a sheet: how it was read where that could surprise, and what was not used. */
export const NOTES = {
  COMMENT: "Lines that start with # were skipped.",
  DATES_READ: "Ambiguous dates were read like other cells of the column.",
  ENCODING_GUESSED: "The file is not UTF-8, and was read as Windows-1252.",
  LINES_ABOVE_HEADERS: "Lines above the headers were skipped.",
  NUMBERS_READ: "Ambiguous numbers were read like other cells of the column or the sheet.",
  REGION_OF_ZONE: "A region is required, but the cell has a zone: its region was used.",
  TOTALS: "Lines that add up others were skipped.",
  UNIT_CONVERTED: "Amounts were converted to the unit of their field.",
  UNKNOWN_COLUMN: "The name of the column is unknown.",
  ZERO_TAKEN: "Lines have no amount, which then counts as zero.",
  UNUSED_CELLS: "Cells were not used: the product of their line has no such field, or they have no value.",
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
