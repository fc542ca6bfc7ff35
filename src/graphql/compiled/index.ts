export { type CompiledOperation, compileOperation } from "./compiled-operation";
export { OperationCache } from "./operation-cache";
export { bytesOf, isLongerThan, Joiner, type Known, type OnPiece, plus } from "./pieces";
export { AnswerTooLong, isKnown } from "./text";
