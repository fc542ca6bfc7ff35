/** The value with all that is in it, from now on as it is: who is given it may take what was found of it for lasting. */
export function deeplyFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const one of Object.values(value)) deeplyFrozen(one);
  return Object.freeze(value);
}

/** Whether nothing in it can change either: a program may freeze an object and not the lists in it. */
export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}
