export { checkDocument } from "./document";
export { checkText } from "./text";
