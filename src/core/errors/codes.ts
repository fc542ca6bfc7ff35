import { type ErrorRow, type ErrorText, OF_DOCUMENTS, OF_FIELDS, OF_REQUESTS } from "./catalogue";

export type FieldErrorCode = keyof typeof OF_FIELDS;
export type RequestErrorCode = keyof typeof OF_REQUESTS | FieldErrorCode;
/** A code that a product declares: of an unknown name, or of something that there is not. */
export type ProductErrorCode = `UNKNOWN_${string}` | `NO_${string}`;
/** The `extensions.code` of an error of a field. */
export type ErrorCode = FieldErrorCode | ProductErrorCode;

const CATALOGUE = new Map<string, ErrorRow>(
  Object.entries({ ...OF_FIELDS, ...OF_REQUESTS, ...OF_DOCUMENTS }).map(([code, row]) => [
    code,
    { status: null, ...row },
  ]),
);

/** Codes of documents that are refused under Apollo Server's names, and of what it says with ours. */
export const DOCUMENT_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(OF_DOCUMENTS),
  "BAD_USER_INPUT",
  "BAD_REQUEST",
]);

export type ProductErrors = Readonly<Partial<Record<ProductErrorCode, ErrorText>>>;

/**
 * Adds the codes of a product to the catalogue. Products may share one, such as that of an unknown storage class.
 * @throws Error for a code that means something else already
 */
export function declareErrors(errors: ProductErrors): void {
  for (const [code, text] of Object.entries(errors) as [string, ErrorText][]) {
    const known = CATALOGUE.get(code);
    if (known === undefined) CATALOGUE.set(code, { status: null, ...text });
    else if (known.meaning !== text.meaning) {
      throw new Error(`the error ${code} has two meanings: "${known.meaning}" and "${text.meaning}"`);
    }
  }
}

/** The catalogue by code: ours, and those that products have declared. */
export function errorCatalogue(): ReadonlyMap<string, ErrorRow> {
  return CATALOGUE;
}

/** The code of a fault of ours: the cause goes to the log alone. */
export const INTERNAL = "INTERNAL_SERVER_ERROR" satisfies RequestErrorCode;

/** HTTP status of a request that is refused with this error. */
export function statusOf(code: RequestErrorCode): number {
  return CATALOGUE.get(code)?.status ?? 400;
}
