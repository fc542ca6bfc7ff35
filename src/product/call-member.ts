import { DataError } from "../core/factors";

/**
 * What a function of a description answers at start.
 * @throws Error naming the product and the function, for whatever it throws; what is wrong with data is reported as it is
 */
export function callMember<T>(kind: string, member: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof DataError) throw error;
    const { message } = error as Error;
    throw new Error(`the function "${member}" of the product "${kind}" failed: ${message}`, { cause: error });
  }
}

/** For authors without a compiler. @throws Error naming the product and the function, for what is no list */
export function requireList<T>(kind: string, member: string, found: readonly T[]): readonly T[] {
  if (Array.isArray(found)) return found;
  throw new Error(
    `the function "${member}" of the product "${kind}" must return a list, got ${typeof found}`,
  );
}
