export { ComponentDifference, type Difference, type Driver, differenceOf } from "./difference";
