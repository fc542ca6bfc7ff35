/** The value with all that is in it, from now on as it is: who is given it may take what was found of it for lasting. */
export function deeplyFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) deeplyFrozen(one);
  return Object.freeze(value);
}

/** Whether a value is frozen with all that is nested in it: a program may freeze an object and not the lists in it. */
export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
