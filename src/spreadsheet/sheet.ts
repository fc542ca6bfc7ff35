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

export type ProblemCode =
  | "AMBIGUOUS_DATE"
  | "AMBIGUOUS_NUMBER"
  | "AMBIGUOUS_PRODUCT"
  | "BROKEN_LINE"
  | "CONTRADICTION"
  | "EMPTY"
  | "MISSING_VALUE"
  | "NOT_A_DATE"
  | "NOT_A_NUMBER"
  | "NO_HEADERS"
  | "TOO_MANY_CELLS"
  | "UNKNOWN_OFFER"
  | "UNKNOWN_PRODUCT"
  | "UNKNOWN_UNIT"
  | "UNKNOWN_VALUE"
  | "UNKNOWN_ZONE";

export type NoteCode =
  | "COMMENT"
  | "DATES_READ"
  | "ENCODING_GUESSED"
  | "LINES_ABOVE_HEADERS"
  | "NUMBERS_READ"
  | "REGION_OF_ZONE"
  | "UNIT_CONVERTED"
  | "UNKNOWN_COLUMN"
  | "UNUSED_CELLS";

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
