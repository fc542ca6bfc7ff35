export { badInput, DomainError, ERROR_CODES, type ErrorCode, NotYetKnown } from "./errors";
export { lookUp, suggest } from "./suggestions";
