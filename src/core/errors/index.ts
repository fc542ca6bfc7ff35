export { type ErrorText, unknownName } from "./catalogue";
export {
  DOCUMENT_CODES,
  declareErrors,
  type ErrorCode,
  errorCatalogue,
  INTERNAL,
  type ProductErrorCode,
  type ProductErrors,
  type RequestErrorCode,
  statusOf,
} from "./codes";
export { badInput, DomainError, type LineFailure, NotYetKnown } from "./errors";
export { foldName, keyLike } from "./fold-name";
export { messageWithLine } from "./message-with-line";
export {
  didYouMean,
  findNamed,
  lookUp,
  type NamesBeside,
  shorten,
  suggest,
  type Wanted,
} from "./suggestions";
export { unknownProduct } from "./unknown-product";
