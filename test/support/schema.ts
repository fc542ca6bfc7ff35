import { compose } from "../../src/compose";

/** The executable schema of all products. */
export const SCHEMA = compose().schema.executable;
