export { badInput, DomainError, ERROR_CODES, type ErrorCode } from "./errors";
export { lookUp, suggest } from "./suggestions";
