export { Pricing } from "./pricing";
