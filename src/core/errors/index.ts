export { badInput, DomainError, ERROR_CODES, type ErrorCode, NotYetKnown } from "./errors";
export { foldName, keyLike } from "./fold-name";
export { findNamed, lookUp, type NamesBeside, shorten, suggest, type Wanted } from "./suggestions";
