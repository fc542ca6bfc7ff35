export { type CompiledOperation, compileOperation } from "./compiled-operation";
export { OperationCache } from "./operation-cache";
export { type Known, Pieces, plus } from "./pieces";
export { isKnown } from "./text";
