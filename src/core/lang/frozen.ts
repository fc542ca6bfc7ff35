/** The value with all that is in it, from now on as it is: who is given it may take what was found of it for lasting. */
export function deeplyFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) deeplyFrozen(one);
  return Object.freeze(value);
}
