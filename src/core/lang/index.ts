export { type Eventually, then } from "./eventually";
export { deeplyFrozen } from "./frozen";
export { isRecord, messageOf, parseJson } from "./json";
export { withMore } from "./lists";
export { getOrInsert, groupBy, unique } from "./maps";
export { memo } from "./memo";
export { firstErrorOrAll } from "./promises";
export { pulse, withPulse } from "./pulse";
export { hashOfValues, numberOfValues, saysTheSame } from "./same-values";
