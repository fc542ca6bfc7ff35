export { type Cost, compileCost } from "./cost";
export { CostModel, costModelOf, OBJECT_WEIGHT } from "./cost-model";
export { checkDocument } from "./document";
export { exceeding, LimitError } from "./limit-error";
export { plainName, rememberPlainName } from "./plain-name";
export { DEFAULT_LIMITS, LIMIT_SETTINGS, type LimitName, type Limits } from "./settings";
export { checkText } from "./text";
export { checkValues } from "./values";
