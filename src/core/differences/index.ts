export { ComponentDifference, type Difference, type Driver, differenceOf } from "./difference";
export { type DifferenceRange, differenceRange, isOrderSettled } from "./difference-range";
export { Ranking } from "./ranking";
