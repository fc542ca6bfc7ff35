export { argumentOf, defaultsOf } from "./argument-values";
export { InputCounters } from "./input-counters";
export { LEVELS, RequestedWork } from "./requested-work";
export { spansOf } from "./vintage-spans";
