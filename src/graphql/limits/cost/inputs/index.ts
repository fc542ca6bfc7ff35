export { argumentOf, defaultsOf } from "./argument-values";
export { InputWork } from "./input-counters";
export { LEVELS, Work } from "./requested-work";
export { spansOf } from "./vintage-spans";
