export { ComponentDifference, type Difference, type Driver, differenceOf } from "./difference";
export { type DifferenceRange, differenceRange } from "./difference-range";
export { Ranking } from "./ranking";
