export { SelectionCosts } from "./selection-costs";
