import { usualComposition } from "./usual";

/** The executable schema of all products. */
export const SCHEMA = usualComposition().schema.executable;
