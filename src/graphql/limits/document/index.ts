export { checkDocument } from "./check-document";
export { checkText } from "./check-text";
