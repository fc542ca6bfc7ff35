export * from "./allocation";
export {
  type ComponentDifference,
  type Difference,
  type Driver,
  differenceOf,
} from "./attribution";
export * from "./calculation";
export * from "./common-base";
export * from "./component";
export * from "./consumption";
export * from "./data-quality";
export * from "./equipment";
export * from "./expression";
export * from "./factor";
export * from "./footprint";
export * from "./hardware";
export * from "./impact";
export * from "./life-cycle";
export * from "./period";
export { type Bound, exactly, type Range, range } from "./range";
export * from "./resizing";
export * from "./storage";
export * from "./summary";
