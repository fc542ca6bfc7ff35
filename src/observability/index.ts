export { type Observability, startObservability } from "./observability";
export { redaction } from "./redact";
