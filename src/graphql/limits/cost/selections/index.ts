export { Pricing } from "./selection-costs";
