export { type CompiledOperation, compileOperation } from "./compiled-operation";
export { OperationCache } from "./operation-cache";
