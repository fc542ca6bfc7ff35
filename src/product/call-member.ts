import { DataError } from "../core/factors";

type ErrorClass = abstract new (...values: never[]) => Error;

/**
 * What a function of a definition returns.
 * @param passed the errors that are thrown as they are: what is wrong with data names its file
 * @throws Error naming the product and the function, for whatever else it throws
 */
export function callMember<T>(
  kind: string,
  member: string,
  call: () => T,
  passed: ErrorClass = DataError,
): T {
  try {
    return call();
  } catch (error) {
    if (error instanceof passed) throw error;
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
