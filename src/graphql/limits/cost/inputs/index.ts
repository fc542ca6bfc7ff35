export { argumentOf, defaultsOf } from "./arguments";
export { InputWork } from "./input-work";
export { spansOf } from "./vintages";
export { LEVELS, Work } from "./work";
